/** Reporting periods and when their data closes. */
@NullMarked
package vn.lantoa.reporting.period;

import org.jspecify.annotations.NullMarked;
