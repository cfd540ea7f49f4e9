/** Facts of the work, and what a report counts in them. */
@NullMarked
package vn.lantoa.reporting.work;

import org.jspecify.annotations.NullMarked;
