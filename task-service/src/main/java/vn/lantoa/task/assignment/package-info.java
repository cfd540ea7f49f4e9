/** How tasks come to be: from a promulgated plan, on the yearly days of recurring tasks, or by a leader's own order. */
@NullMarked
package vn.lantoa.task.assignment;

import org.jspecify.annotations.NullMarked;
