/** The published language of the services: what they tell each other over Kafka. No framework, no behaviour. */
@NullMarked
package vn.lantoa.events;

import org.jspecify.annotations.NullMarked;
