/** Figures of many communes as one, with what it covers and how it was made. */
@NullMarked
package vn.lantoa.reporting.rollup;

import org.jspecify.annotations.NullMarked;
