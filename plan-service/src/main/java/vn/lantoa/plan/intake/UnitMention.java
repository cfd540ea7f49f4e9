package vn.lantoa.plan.intake;

/**
 * A unit as the document names it; only the spacing is normalised, aliases are resolved elsewhere. {@code group} marks
 * names that stand for several units ("Các phòng chuyên môn") and must be expanded before work is assigned.
 */
public record UnitMention(String name, boolean group, Source source, double confidence) {}
