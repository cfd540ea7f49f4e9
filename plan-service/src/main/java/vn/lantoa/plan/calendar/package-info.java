/** The working-day tables of the public sector, year by year, and who gets told of them. */
@NullMarked
package vn.lantoa.plan.calendar;

import org.jspecify.annotations.NullMarked;
