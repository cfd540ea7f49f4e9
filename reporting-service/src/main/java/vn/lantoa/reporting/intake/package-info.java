/** The door for what plans tell. */
@NullMarked
package vn.lantoa.reporting.intake;

import org.jspecify.annotations.NullMarked;
