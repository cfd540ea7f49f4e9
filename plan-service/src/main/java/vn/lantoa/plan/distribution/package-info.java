/** Distribution of issued documents ("Nơi nhận"): to whom they were sent, and who has received and opened them. */
@NullMarked
package vn.lantoa.plan.distribution;

import org.jspecify.annotations.NullMarked;
