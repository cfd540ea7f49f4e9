/**
 * Amending a plan that is issued (điều chỉnh, bổ sung): from a wish to the new content, and what follows from it for everybody, told
 * before it happens.
 */
@NullMarked
package vn.lantoa.plan.amendment;

import org.jspecify.annotations.NullMarked;
