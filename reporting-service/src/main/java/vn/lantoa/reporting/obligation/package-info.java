/** Obligations to report, and the dated duties that follow from them. */
@NullMarked
package vn.lantoa.reporting.obligation;

import org.jspecify.annotations.NullMarked;
