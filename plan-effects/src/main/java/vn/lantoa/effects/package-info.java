/**
 * What follows from the content of a plan for tasks, duties to report and reminders: pure rules, used by the service that owns the
 * consequence and by plan-service, which foretells it.
 */
@NullMarked
package vn.lantoa.effects;

import org.jspecify.annotations.NullMarked;
