/** A whole period for machines and spreadsheets. */
@NullMarked
package vn.lantoa.reporting.export;

import org.jspecify.annotations.NullMarked;
