/** The second wall: tells the database who acts, so that its policies hold even where a query forgets to ask. */
@NullMarked
package vn.lantoa.kit.wall;

import org.jspecify.annotations.NullMarked;
