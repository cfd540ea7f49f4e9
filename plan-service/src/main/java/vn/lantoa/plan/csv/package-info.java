/** CSV files of the directory: read strictly, shown as what they would change, and written only as shown. */
@NullMarked
package vn.lantoa.plan.csv;

import org.jspecify.annotations.NullMarked;
