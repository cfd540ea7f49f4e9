/** What is odd about a plan: by which rule, how bad it is, and what to do about it. */
@NullMarked
package vn.lantoa.plan.lint;

import org.jspecify.annotations.NullMarked;
