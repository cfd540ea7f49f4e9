package vn.lantoa.plan.document;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, each with its sentence in both languages. */
final class LayoutFindings {

    /** Somebody who gets more than this needs another template, not a longer list. */
    static final int MAXIMUM = 200;

    private static final int WORDS = 60;

    private final List<LayoutFinding> findings = new ArrayList<>();

    void add(
            String rule,
            String where,
            String whereEn,
            String expected,
            String expectedEn,
            String found,
            String source) {
        if (findings.size() < MAXIMUM) {
            findings.add(new LayoutFinding(
                    rule,
                    where,
                    expected,
                    found,
                    source,
                    "%s: cần %s, đang là %s.".formatted(where, expected, found),
                    "%s: expected %s, found %s.".formatted(whereEn, expectedEn, found)));
        }
    }

    void add(String rule, Element element, String expected, String expectedEn, String found, String source) {
        add(rule, element.vietnamese(), upperFirst(element.english()), expected, expectedEn, found, source);
    }

    /** @param words by which the paragraph is found */
    void at(
            String rule,
            Element element,
            String words,
            String expected,
            String expectedEn,
            String found,
            String source) {
        var place = " (“" + shortened(words) + "”)";
        add(
                rule,
                element.vietnamese() + place,
                upperFirst(element.english()) + place,
                expected,
                expectedEn,
                found,
                source);
    }

    void missing(Element element, String source) {
        add(
                element.id() + ".missing",
                element,
                "có trong văn bản",
                "it in the document",
                "không thấy / nothing",
                source);
    }

    List<LayoutFinding> all() {
        return List.copyOf(findings);
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String shortened(String words) {
        return words.length() <= WORDS ? words : words.substring(0, WORDS).strip() + "…";
    }
}
