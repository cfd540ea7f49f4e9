/** The document of a plan: laid out as the rules want it, and layouts checked against those rules. */
@NullMarked
package vn.lantoa.plan.document;

import org.jspecify.annotations.NullMarked;
