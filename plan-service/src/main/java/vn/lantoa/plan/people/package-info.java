/** People: their accounts, their posts over time, and roles they hand to one another. */
@NullMarked
package vn.lantoa.plan.people;

import org.jspecify.annotations.NullMarked;
