/**
 * Reads plan documents: bytes to text ({@link PlanDocumentReader}), text to a draft with sources ({@link PlanReader}).
 * Plain Java: no framework, no clock, no database. Nothing a document does not say appears in what is read from it.
 */
@NullMarked
package vn.lantoa.plan.intake;

import org.jspecify.annotations.NullMarked;
