/** A person's own list. */
@NullMarked
package vn.lantoa.task.mywork;

import org.jspecify.annotations.NullMarked;
