package vn.lantoa.plan.intake;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads issuer, number, place, date, type and subject from the first lines. Blank numbers and days stay blank. */
final class Letterhead {
    record Reading(ExtractedPlan.Head head, @Nullable Phrase subject, List<Phrase> addressees) {}

    private static final Pattern NUMBER = Pattern.compile(
            "(?<!\\p{L})S[ốôoỐÔO6]\\s?[:.]?\\s?(\\d{0,5}|[.…_\\s]{1,20})\\s?([/\\-])\\s?([A-ZĐƯ][A-Za-zĐđƯư0-9/\\-–& ]{0,40})",
            Pattern.UNICODE_CASE);
    private static final Pattern DATE = Pattern.compile(
            "(?:^|[\\s,])([\\p{L}][\\p{L} .\\-]{0,40}?)\\s?,\\s?ngay\\s?([\\d.…_ ]{0,14}?)\\s?thang\\s?([\\d.…_ ]{0,14}?)\\s?nam\\s?([\\d.…_]{0,10})");
    private static final Pattern BARE_DATE =
            Pattern.compile("()^ngay\\s?([\\d.…_ ]{0,14}?)\\s?thang\\s?([\\d.…_ ]{0,14}?)\\s?nam\\s?([\\d.…_]{0,10})");
    private static final Pattern MOTTO =
            Pattern.compile("cong hoa xa hoi.*|doc lap ?- ?tu do.*|dang cong san viet nam.*");
    private static final Pattern PLACE_LINE =
            Pattern.compile("^(?:xa|phuong|dac khu|thi tran|tinh|thanh pho|tp|huyen|quan|thi xa)\\b.*");
    private static final Pattern LETTER_SUBJECT = Pattern.compile("^(?:v/v|v\\.v|ve viec)\\b[: ]*");
    private static final Pattern ADDRESSED = Pattern.compile("^kinh gui\\b\\s?:?\\s*");
    private static final Pattern PREAMBLE = Pattern.compile(
            "^(?:can cu|thuc hien|trien khai|theo|xet de nghi|xet|nham|de (?:trien khai|thuc hien|tiep tuc)|tiep tuc|kinh gui|tren co so|"
                    + "uy ban nhan dan|uy ban mttq|ubnd|ban thuong truc|dang uy|ban chap hanh|phan|thuc hien theo)\\b");
    private static final int SUBJECT_LINES = 12;
    private static final int SUBJECT_MAX = 900;

    private final DocumentText document;
    private final Map<String, Evidence> evidence = new HashMap<>();

    Letterhead(DocumentText document) {
        this.document = document;
    }

    /** The line that holds the type of the document in capitals, or -1. */
    static int typeLine(List<Line> lines, int last) {
        for (int i = 0; i < last; i++) {
            var type = DocumentType.openingOf(lines.get(i).folded());
            if (type.isPresent()) {
                var name = type.get().vietnameseName();
                var printed = lines.get(i)
                        .text()
                        .substring(
                                0,
                                Math.min(name.length(), lines.get(i).passage().length()));
                if (Words.isUpperCase(printed) && !lines.get(i).text().contains("/")) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** First line behind the subject that stands under the type. */
    static int subjectEnd(List<Line> lines, int typeLine) {
        int i = typeLine + 1;
        int length = 0;
        boolean onTypeLine = restOfTypeLine(lines.get(typeLine)) != null;
        var subject = onTypeLine ? lines.get(typeLine).text() : "";
        for (; i < lines.size() && i - typeLine <= SUBJECT_LINES && length < SUBJECT_MAX; i++) {
            var line = lines.get(i);
            boolean first = subject.isEmpty();
            if (!first && endsSubject(subject, line, i - typeLine == 1)) {
                break;
            }
            if (first && isSection(line)) {
                break;
            }
            subject = line.text();
            length += subject.length();
        }
        return i;
    }

    private static boolean endsSubject(String subject, Line line, boolean directlyUnderType) {
        if (isSection(line)) {
            return true;
        }
        boolean unfinished = subject.endsWith("-")
                || subject.endsWith(",")
                || subject.endsWith("/")
                || subject.matches(".*\\s(?:và|của|số|về|ngày|tháng|năm)$");
        if (unfinished || Words.startsLowerCase(line.text()) || isFragment(line.text())) {
            return false;
        }
        boolean preamble = PREAMBLE.matcher(line.folded()).find() && !Words.isUpperCase(line.text());
        return preamble || (line.afterBlank() && !directlyUnderType) || Words.endsSentence(subject);
    }

    /** A piece of a symbol or a year that a narrow column broke off. */
    private static boolean isFragment(String text) {
        return text.length() <= 25
                && (Character.isDigit(text.charAt(0)) || text.startsWith("(") || text.startsWith("-"))
                && Marker.of(Passage.of(text, 0, text.length())) == null;
    }

    private static boolean isSection(Line line) {
        var marker = Marker.of(line.passage());
        return marker != null
                && (marker.kind() == Marker.Kind.ROMAN
                        || marker.kind() == Marker.Kind.PART
                        || (marker.kind() == Marker.Kind.DECIMAL));
    }

    private static @Nullable Passage restOfTypeLine(Line line) {
        var type = DocumentType.openingOf(line.folded()).orElseThrow();
        var rest = line.passage().from(type.vietnameseName().length());
        return rest.length() > 8 ? rest : null;
    }

    static int letterSubjectLine(List<Line> lines, int last) {
        for (int i = 0; i < last; i++) {
            if (LETTER_SUBJECT.matcher(lines.get(i).folded()).find()) {
                return i;
            }
        }
        return -1;
    }

    /** A letter's body begins behind the addressees, else behind its subject. */
    static int letterBodyStart(List<Line> lines, int subject, int last) {
        int addressed = -1;
        for (int i = 0; i < last; i++) {
            addressed =
                    addressed < 0 && ADDRESSED.matcher(lines.get(i).folded()).find() ? i : addressed;
        }
        int i = Math.max(subject, addressed) + 1;
        while (i < Math.min(lines.size(), last + 20) && belongsToHead(lines.get(i), addressed >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean belongsToHead(Line line, boolean addressed) {
        var marker = Marker.of(line.passage());
        boolean preamble =
                PREAMBLE.matcher(line.folded()).find() && line.passage().length() > 60;
        if (preamble || (marker != null && !marker.isBullet())) {
            return false;
        }
        if (addressed
                && (marker != null
                        || (line.passage().length() < 70 && line.text().endsWith(";")))) {
            return true;
        }
        return line.passage().length() < 60 && !line.text().endsWith(":")
                || DATE.matcher(line.folded()).find();
    }

    Reading read(Zones zones) {
        var lines = zones.head();
        int typeLine = typeLine(lines, lines.size());
        int letterSubject = typeLine < 0 ? letterSubjectLine(lines, lines.size()) : -1;
        var type = typeLine >= 0
                ? DocumentType.openingOf(lines.get(typeLine).folded()).orElse(null)
                : letterSubject >= 0 ? DocumentType.CONG_VAN : null;
        var subject = typeLine >= 0
                ? subject(lines, typeLine)
                : letterSubject >= 0 ? letterSubject(lines, letterSubject) : Passage.NONE;
        int headEnd = typeLine >= 0 ? typeLine : letterSubject >= 0 ? lines.size() : lines.size();
        var number = number(lines, headEnd);
        var date = date(lines, headEnd);
        var bodies = bodies(lines, typeLine >= 0 ? typeLine : letterSubject >= 0 ? letterSubject : lines.size());
        if (type == null && number != null) {
            type = number.type();
        }
        if (typeLine >= 0) {
            note("type", lines.get(typeLine).passage(), 1);
        }
        var issuer = bodies.isEmpty() ? null : bodies.getLast();
        if (issuer != null) {
            note("issuer", issuer, 0.9);
        }
        var parent = bodies.size() > 1 ? bodies.get(bodies.size() - 2) : null;
        if (parent != null) {
            note("parentBody", parent, 0.85);
        }
        var head = new ExtractedPlan.Head(
                type,
                number == null ? null : number.number(),
                number == null ? null : number.symbol(),
                number == null ? null : number.line(),
                date == null ? null : date.place(),
                date == null ? null : date.date(),
                date == null || date.date() == null
                        ? DatePrecision.NONE
                        : date.date().precision(),
                date == null ? null : date.words(),
                issuer == null ? null : issuer.text(),
                issuer == null ? ExtractedPlan.IssuerState.ABSENT : ExtractedPlan.IssuerState.STATED,
                parent == null ? null : parent.text(),
                evidence);
        return new Reading(head, subject.isEmpty() ? null : subject.phrase(document, 0.95), addressees(lines));
    }

    private Passage subject(List<Line> lines, int typeLine) {
        var subject = restOfTypeLine(lines.get(typeLine));
        var joined = subject == null ? Passage.NONE : subject;
        for (var line : lines.subList(typeLine + 1, lines.size())) {
            joined = joined.then(line.passage());
        }
        return joined;
    }

    private Passage letterSubject(List<Line> lines, int from) {
        var opening = lines.get(from).passage();
        var matcher = LETTER_SUBJECT.matcher(opening.folded());
        var joined = matcher.find() ? opening.from(matcher.end()) : opening;
        for (var line : lines.subList(from + 1, lines.size())) {
            boolean other = ADDRESSED.matcher(line.folded()).find()
                    || DATE.matcher(line.folded()).find()
                    || MOTTO.matcher(line.folded()).matches()
                    || (line.afterBlank() && !Words.startsLowerCase(line.text()) && !isFragment(line.text()))
                    || joined.length() > SUBJECT_MAX / 2;
            if (other) {
                break;
            }
            joined = joined.then(line.passage());
        }
        return joined;
    }

    private record Numbered(
            @Nullable String number,
            String symbol,
            String line,
            @Nullable DocumentType type) {}

    private @Nullable Numbered number(List<Line> lines, int last) {
        for (var line : lines.subList(0, last)) {
            Matcher matcher = NUMBER.matcher(line.text());
            if (!matcher.find() || matcher.start() > 60) {
                continue;
            }
            var digits = matcher.group(1).replaceAll("\\D", "");
            var symbol = symbol(matcher.group(3));
            if (symbol.isEmpty()) {
                continue;
            }
            var words = line.passage().part(matcher.start(), matcher.start(3) + symbolWidth(matcher.group(3)));
            note("symbol", words, 0.95);
            if (!digits.isEmpty()) {
                note("number", words, 0.95);
            }
            var type = DocumentType.ofAbbreviation(symbol.split("[-/]", 2)[0]).orElse(null);
            return new Numbered(digits.isEmpty() ? null : digits, symbol, words.text(), type);
        }
        return null;
    }

    /** The symbol ends at a word that is not part of it: "KH-UBND Mây Hạ, ngày …". */
    private static int symbolWidth(String words) {
        var matcher = Pattern.compile("^[A-ZĐƯ][A-Za-zĐđƯư0-9]*(?:\\s?[/\\-–&]\\s?[A-ZĐƯ][A-ZĐƯa-z0-9]*)*")
                .matcher(words);
        return matcher.find() ? matcher.end() : 0;
    }

    private static String symbol(String words) {
        return words.substring(0, symbolWidth(words)).replace(" ", "").replace('–', '-');
    }

    private record Dated(@Nullable String place, @Nullable PartialDate date, String words) {}

    private @Nullable Dated date(List<Line> lines, int last) {
        for (var line : lines.subList(0, last)) {
            var matcher = DATE.matcher(line.folded());
            boolean placed = matcher.find();
            if (!placed) {
                matcher = BARE_DATE.matcher(line.folded());
                if (!matcher.find()) {
                    continue;
                }
            }
            var date = partial(matcher.group(2), matcher.group(3), matcher.group(4));
            int wordsStart = line.folded().indexOf("ngay", Math.max(0, matcher.end(1)));
            var words = line.passage().part(wordsStart, matcher.end());
            note("date", words, 0.95);
            var place = placed ? line.passage().part(matcher.start(1), matcher.end(1)) : Passage.NONE;
            if (!place.isEmpty()) {
                place = placeOnly(place);
                note("place", place, 0.95);
            }
            return new Dated(place.isEmpty() ? null : place.text(), date, words.text());
        }
        return null;
    }

    /** On a line shared with the number only the last words are the place. */
    private static Passage placeOnly(Passage words) {
        var matcher = Pattern.compile("(?:[A-ZĐƯ]{2,}|\\S*[/\\d]\\S*)\\s+(?=\\p{Lu}\\p{Ll})")
                .matcher(words.text());
        int start = 0;
        while (matcher.find()) {
            start = matcher.end();
        }
        return words.from(start);
    }

    private static @Nullable PartialDate partial(String day, String month, String year) {
        var yearDigits = year.replaceAll("\\D", "");
        var monthDigits = month.replaceAll("\\D", "");
        var dayDigits = day.replaceAll("\\D", "");
        try {
            if (yearDigits.length() != 4) {
                return null;
            }
            int y = Integer.parseInt(yearDigits);
            if (monthDigits.isEmpty()) {
                return PartialDate.of(y);
            }
            int m = Integer.parseInt(monthDigits);
            return dayDigits.isEmpty() ? PartialDate.of(y, m) : PartialDate.of(y, m, Integer.parseInt(dayDigits));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The bodies printed above the number, upper first; a line that only names a place completes the one above. */
    private static List<Passage> bodies(List<Line> lines, int last) {
        List<Passage> bodies = new ArrayList<>();
        for (var line : lines.subList(0, last)) {
            if (NUMBER.matcher(line.text()).find()
                    || DATE.matcher(line.folded()).find()) {
                continue;
            }
            var motto = Pattern.compile("cong hoa xa hoi|doc lap ?-|dang cong san viet nam")
                    .matcher(line.folded());
            var words = motto.find() ? line.passage().part(0, motto.start()) : line.passage();
            if (words.isEmpty() || !Words.isUpperCase(words.text()) || words.length() > 120) {
                continue;
            }
            if (!bodies.isEmpty() && PLACE_LINE.matcher(words.folded()).matches()) {
                if (bodies.getLast().length() > 200) {
                    continue;
                }
                bodies.set(bodies.size() - 1, bodies.getLast().then(words));
            } else {
                bodies.add(words);
            }
        }
        return bodies;
    }

    private List<Phrase> addressees(List<Line> lines) {
        List<Phrase> addressees = new ArrayList<>();
        boolean inside = false;
        for (var line : lines) {
            var matcher = ADDRESSED.matcher(line.folded());
            var words = line.passage();
            if (matcher.find()) {
                inside = true;
                words = words.from(matcher.end());
            }
            if (inside) {
                var content =
                        Paragraph.of(words).isBullet() ? Paragraph.of(words).content() : words;
                for (var part : Words.clauses(content)) {
                    if (!part.bare().isEmpty()) {
                        addressees.add(part.bare().phrase(document, 0.9));
                    }
                }
            }
        }
        return addressees;
    }

    private void note(String field, Passage words, double confidence) {
        evidence.put(field, new Evidence(words.source(document), confidence));
    }
}
