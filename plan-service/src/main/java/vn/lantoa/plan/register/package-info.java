/** Registers of outgoing documents: numbers of an organization's documents, without gaps, per register and year. */
@NullMarked
package vn.lantoa.plan.register;

import org.jspecify.annotations.NullMarked;
