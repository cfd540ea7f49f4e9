/** The life of a plan: drafted from a document, completed by answers, submitted, signed, issued. */
@NullMarked
package vn.lantoa.plan.plan;

import org.jspecify.annotations.NullMarked;
