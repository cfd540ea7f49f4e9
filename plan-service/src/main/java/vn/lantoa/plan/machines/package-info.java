/** Programs that act for an organization: what they may, until when, and their keys, which are replaced without a pause. */
@NullMarked
package vn.lantoa.plan.machines;

import org.jspecify.annotations.NullMarked;
