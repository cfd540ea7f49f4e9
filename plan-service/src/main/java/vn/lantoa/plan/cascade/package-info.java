/** Handing a plan down to the organizations below, and what becomes of it there. */
@NullMarked
package vn.lantoa.plan.cascade;

import org.jspecify.annotations.NullMarked;
