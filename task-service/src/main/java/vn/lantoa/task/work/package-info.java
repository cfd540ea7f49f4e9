/** A task and what people do with it: the state machine, who may do what, and how it is read. */
@NullMarked
package vn.lantoa.task.work;

import org.jspecify.annotations.NullMarked;
