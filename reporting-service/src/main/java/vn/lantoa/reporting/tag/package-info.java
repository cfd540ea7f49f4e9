/** Entity tags, so that a client that has the newest state is told so in a few bytes. */
@NullMarked
package vn.lantoa.reporting.tag;

import org.jspecify.annotations.NullMarked;
