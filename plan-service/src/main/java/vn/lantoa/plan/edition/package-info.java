/** The versions of an issued plan: what was told to everybody, from which day, and how two of them differ. */
@NullMarked
package vn.lantoa.plan.edition;

import org.jspecify.annotations.NullMarked;
