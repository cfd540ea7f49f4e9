/** What of a plan falls into one of its years. */
@NullMarked
package vn.lantoa.plan.year;

import org.jspecify.annotations.NullMarked;
