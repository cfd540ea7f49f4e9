package vn.lantoa.plan.intake;

/** Words taken from the document, with line breaks, bullets and converter marks removed. */
public record Phrase(String text, Source source, double confidence) {}
