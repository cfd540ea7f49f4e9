/** Proof of work: files with the channel they prove, kept under the hash of their content. */
@NullMarked
package vn.lantoa.task.evidence;

import org.jspecify.annotations.NullMarked;
