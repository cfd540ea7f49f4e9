/**
 * What the other services published of tasks, duties to report and reminders: the copy from which a plan tells what is open and
 * foresees what an amendment changes.
 */
@NullMarked
package vn.lantoa.plan.published;

import org.jspecify.annotations.NullMarked;
