/** Addresses that will go away: every answer says when, and who still uses them can be read (ADR 0013). */
@NullMarked
package vn.lantoa.kit.retiring;

import org.jspecify.annotations.NullMarked;
