package vn.lantoa.plan.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import vn.lantoa.plan.document.DocxSheet.Para;

/**
 * Checks the layout of a Word document against {@link PaperRules}. It looks at nothing but the file: who wrote it and with what does not
 * matter, and elements are found by what they say and where they stand.
 *
 * <p>Pure: the same bytes have the same findings. Bytes from outside go through the guard of intake first.
 */
final class LayoutLint {

    private final DocxSheet sheet;
    private final PaperRules rules;
    private final LayoutFindings findings = new LayoutFindings();

    private LayoutLint(DocxSheet sheet) {
        this.sheet = sheet;
        this.rules = sheet.paragraphs().stream().anyMatch(it -> key(it).equals(Letterhead.PARTY))
                ? PaperRules.PARTY
                : PaperRules.STATE;
    }

    /** @throws IllegalArgumentException when it is no Word document */
    static List<LayoutFinding> check(byte[] docx) {
        return new LayoutLint(DocxReading.of(docx)).check();
    }

    private List<LayoutFinding> check() {
        var parts = PaperParts.of(sheet.paragraphs());
        var looks = new LookChecks(rules, findings);
        new PageChecks(sheet, rules, findings).check();
        new HeadChecks(parts, rules, looks, findings).check();
        new BodyChecks(parts, rules, looks, findings).check();
        new EndChecks(parts, rules, looks, findings).check();
        composed();
        return findings.all();
    }

    /** Letters and their marks as one character each (TCVN 6909:2001, NFC): otherwise searching fails. */
    private void composed() {
        sheet.paragraphs().stream()
                .filter(it -> !Normalizer.isNormalized(it.text(), Normalizer.Form.NFC))
                .findFirst()
                .ifPresent(it -> findings.at(
                        "text.composed",
                        Element.BODY,
                        it.words(),
                        "chữ Unicode dựng sẵn",
                        "composed Unicode (NFC)",
                        "Unicode tổ hợp / decomposed",
                        PageChecks.GENERAL + "4"));
    }

    /** By which words are recognised: capitals, one blank between them, and one of the two ways to set the tone of "hoà". */
    static String key(Para paragraph) {
        return Normalizer.normalize(paragraph.words(), Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .replace("HOÀ", "HÒA");
    }
}
