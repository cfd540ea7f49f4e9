package vn.lantoa.plan.document;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a layout does otherwise than the rule wants.
 *
 * @param rule stays the same over time, as {@code margin.left} or {@code motto.rule}
 * @param where the element, and the words by which a person finds it
 * @param source decree or guidance, annex and section
 * @param message in Vietnamese
 */
@Schema(name = "LayoutFinding")
record LayoutFinding(
        String rule, String where, String expected, String found, String source, String message, String messageEn) {}
