/**
 * How much one client may ask for (docs/adr/0020): each person and each program has a bucket of requests of its own for each
 * kind of work, in the memory of each service.
 */
@NullMarked
package vn.lantoa.kit.quota;

import org.jspecify.annotations.NullMarked;
