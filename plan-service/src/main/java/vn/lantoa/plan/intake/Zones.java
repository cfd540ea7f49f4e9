package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a document into letterhead, body, end (recipients and signature) and annexes. */
record Zones(List<Line> head, List<Line> body, List<Line> end, List<Line> annex, List<Line> signatures) {
    private static final Pattern RECIPIENTS = Pattern.compile("^n[o0][il1] nh[ae]n\\s?[:;.]?");
    private static final Pattern SIGNING = Pattern.compile(
            "^(?:(?:t/m|k/t|t/l|t/uq)\\s?[./]?|(?:t\\.?\\s?m|k\\.?\\s?t|t\\.?\\s?l|tuq|q)\\s?[./])\\s?.+");
    private static final Pattern ANNEX = Pattern.compile("^(?:phu luc|bieu mau|danh muc kem theo|bieu so)\\b.*");
    private static final Pattern SECTION_START = Pattern.compile("^(?:[IVX1l|]{1,4}|A)\\s?[.\\-/)]\\s*\\p{Lu}.*");
    private static final Pattern BODY_START = Pattern.compile(
            "^(?:can cu|thuc hien|trien khai|theo|xet|nham|de|tiep tuc|thuc hien theo|kinh gui|tren co so|uy ban|ubnd|ban|dang uy)\\b.*");
    private static final int HEAD_MAX = 60;
    private static final int SIGNATURE_REACH = 14;

    static Zones of(List<Line> all) {
        List<Line> signatures = new ArrayList<>();
        var lines = SignatureBlocks.remove(all, signatures);
        int bodyStart = bodyStart(lines);
        int end = endStart(lines, bodyStart);
        int annex = annexStart(lines, end);
        return new Zones(
                lines.subList(0, bodyStart),
                lines.subList(bodyStart, end),
                lines.subList(end, annex),
                lines.subList(annex, lines.size()),
                signatures);
    }

    /** The body begins behind the subject; see {@link Letterhead} for what a subject is. */
    private static int bodyStart(List<Line> lines) {
        int last = Math.min(HEAD_MAX, lines.size());
        int type = Letterhead.typeLine(lines, last);
        if (type >= 0) {
            return Letterhead.subjectEnd(lines, type);
        }
        int subject = Letterhead.letterSubjectLine(lines, last);
        if (subject >= 0) {
            return Letterhead.letterBodyStart(lines, subject, last);
        }
        for (int i = 0; i < last; i++) {
            var line = lines.get(i);
            boolean sentence = line.passage().length() > 60
                    && BODY_START.matcher(line.folded()).matches();
            if (SECTION_START.matcher(line.text()).matches() || (sentence && !line.isUpperCase())) {
                return i;
            }
        }
        return 0;
    }

    private static int endStart(List<Line> lines, int from) {
        int recipients = -1;
        for (int i = lines.size() - 1; i >= from && recipients < 0; i--) {
            recipients = RECIPIENTS.matcher(lines.get(i).folded()).find() ? i : -1;
        }
        int signature = -1;
        for (int i = from; i < lines.size(); i++) {
            if (isSigning(lines.get(i))) {
                signature = i;
                break;
            }
        }
        if (recipients < 0 || signature < 0) {
            return recipients < 0 && signature < 0 ? lines.size() : Math.max(recipients, signature);
        }
        return signature < recipients && recipients - signature <= SIGNATURE_REACH ? signature : recipients;
    }

    static boolean isSigning(Line line) {
        return SIGNING.matcher(line.folded()).matches()
                && line.passage().length() <= 90
                && Words.isUpperCase(line.text().replaceAll("\\(.*", ""));
    }

    static boolean isRecipients(Line line) {
        return RECIPIENTS.matcher(line.folded()).find();
    }

    private static int annexStart(List<Line> lines, int end) {
        for (int i = end; i < lines.size(); i++) {
            var line = lines.get(i);
            if (ANNEX.matcher(line.folded()).matches()
                    && (line.isUpperCase() || line.passage().length() <= 30)
                    && i > end) {
                return i;
            }
        }
        return lines.size();
    }
}
