/** How many requests each client of an organization may send; set by those above it, at run time. */
@NullMarked
package vn.lantoa.plan.quota;

import org.jspecify.annotations.NullMarked;
