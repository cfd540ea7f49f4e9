/** A file of many parts that proves itself: each with its hash, in a fixed order, the same bytes for the same content. */
@NullMarked
package vn.lantoa.plan.archive;

import org.jspecify.annotations.NullMarked;
