/** One organization's report of a round, from the first figure to acceptance by the level above. */
@NullMarked
package vn.lantoa.reporting.report;

import org.jspecify.annotations.NullMarked;
