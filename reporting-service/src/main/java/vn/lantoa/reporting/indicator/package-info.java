/** Indicators with their target path, and the key by which those of many communes meet. */
@NullMarked
package vn.lantoa.reporting.indicator;

import org.jspecify.annotations.NullMarked;
