package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what the plan is based on from the paragraphs in front of its first section. */
final class LegalBases {
    private static final Pattern OPENER = Pattern.compile(
            "^(?:can cu(?: vao)?|thuc hien|trien khai(?: thuc hien)?|tiep tuc (?:thuc hien|trien khai thuc hien)|thuc hien theo|theo|nham (?:trien khai )?thuc hien|de (?:trien khai )?thuc hien|tren co so|xet|va)\\s+(?:noi dung |chi dao (?:cua [^;]{0,40} tai )?|cac )?");
    private static final Pattern UNNUMBERED = Pattern.compile("^(?:luat|bo luat|phap lenh|hien phap)\\b");
    private static final Pattern LAW_NUMBER = Pattern.compile("so\\s(\\d{1,3}/\\d{4}/qh\\d{1,2})");
    private static final Pattern BETWEEN_BASES = Pattern.compile("^[\\s,;()]{0,4}(?:va|cung|;|,)?\\s?$");
    /** Behind the title the issuer of this document takes the word. */
    private static final Pattern ISSUER_ACTS = Pattern.compile(
            ",\\s(?:uy ban|ubnd|ban thuong truc|dang uy|hoi dong|hdnd|phong|so|trung tam|van phong|cong an)\\b[^,;]{0,90}\\s(?:ban hanh|xay dung|yeu cau|de nghi|to chuc|trien khai|thong bao|huong dan)\\b");

    private static final int OPENING = 60;

    private final DocumentText document;

    LegalBases(DocumentText document) {
        this.document = document;
    }

    List<ExtractedPlan.LegalBasis> read(List<Paragraph> preamble) {
        List<ExtractedPlan.LegalBasis> bases = new ArrayList<>();
        boolean listing = false;
        for (var paragraph : preamble) {
            for (var segment : Words.clauses(paragraph.content())) {
                var opener = OPENER.matcher(segment.folded());
                boolean opened = opener.find();
                var words = opened ? segment.from(opener.end()) : segment;
                if (opened || listing) {
                    listing = addBases(words, bases) || (listing && !opened);
                }
            }
        }
        return bases;
    }

    /** True when the segment opened with a citation. */
    private boolean addBases(Passage segment, List<ExtractedPlan.LegalBasis> bases) {
        if (DocumentType.openingOf(segment.folded()).isEmpty()
                && !UNNUMBERED.matcher(segment.folded()).find()) {
            return false;
        }
        var mentions = Citations.in(segment);
        if (mentions.isEmpty() || mentions.getFirst().start() > OPENING) {
            return addLaw(segment, bases);
        }
        int previousEnd = -1;
        for (var mention : mentions) {
            if (previousEnd >= 0 && !joins(segment, previousEnd, mention)) {
                break;
            }
            previousEnd = mention.end();
            bases.add(new ExtractedPlan.LegalBasis(
                    mention.number(),
                    mention.type(),
                    mention.date(),
                    mention.issuer(),
                    title(segment, mention.end()),
                    mention.words().source(document),
                    mention.date() == null ? 0.8 : 0.95));
        }
        return true;
    }

    /** "Kế hoạch số A ngày … và Kế hoạch số B": nothing stands between two bases but a conjunction. */
    private static boolean joins(Passage segment, int previousEnd, Citations.Mention next) {
        int wordsStart = segment.text().indexOf(next.words().text(), previousEnd);
        return wordsStart >= previousEnd
                && BETWEEN_BASES
                        .matcher(segment.folded().substring(previousEnd, wordsStart))
                        .matches();
    }

    private boolean addLaw(Passage segment, List<ExtractedPlan.LegalBasis> bases) {
        if (!UNNUMBERED.matcher(segment.folded()).find()) {
            return false;
        }
        var number = LAW_NUMBER.matcher(segment.folded());
        var date = Dates.full(segment.folded(), 0);
        int end = Dates.isNone(date) ? segment.length() : date.start();
        var title = segment.part(0, end).bare();
        var ngay = title.folded().lastIndexOf(" ngay");
        var name = ngay > 0 && ngay >= title.length() - 6 ? title.part(0, ngay) : title;
        bases.add(new ExtractedPlan.LegalBasis(
                number.find() ? segment.text().substring(number.start(1), number.end(1)) : null,
                segment.folded().startsWith("phap lenh") ? DocumentType.PHAP_LENH : DocumentType.LUAT,
                Dates.isNone(date) ? null : date.date(),
                null,
                name.text(),
                segment.bare().source(document),
                0.8));
        return true;
    }

    private static @org.jspecify.annotations.Nullable String title(Passage segment, int from) {
        var rest = segment.from(from).bare();
        var folded = rest.folded();
        boolean titled = folded.startsWith("ve ")
                || folded.startsWith("phe duyet")
                || folded.startsWith("ban hanh")
                || folded.startsWith("quy dinh")
                || folded.startsWith("huong dan")
                || folded.startsWith("trien khai");
        if (!titled) {
            return null;
        }
        var ends = ISSUER_ACTS.matcher(folded);
        return ends.find() ? rest.part(0, ends.start()).bare().text() : rest.text();
    }
}
