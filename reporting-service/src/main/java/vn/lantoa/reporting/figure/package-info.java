/** Figures: what was measured for an indicator in a period, where from, and what proves it. */
@NullMarked
package vn.lantoa.reporting.figure;

import org.jspecify.annotations.NullMarked;
