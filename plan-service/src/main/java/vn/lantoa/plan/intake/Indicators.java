package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads measured and qualitative goals, with the year each is set for. One indicator gathers its targets of all years. */
final class Indicators {
    private static final Pattern HORIZON = Pattern.compile(
            "\\b(?:nam|den nam|den het nam|giai doan|den cuoi nam|tam nhin)\\s+(?:(20\\d{2})\\s?-\\s?)?(20\\d{2})(?!\\d)");
    private static final Pattern NOUN = Pattern.compile(
            "\\b(?:ty le|ti le|chi so|so luong|tong so|muc do|so luot|doanh thu|thu nhap|diem so|thu hang)\\b");
    /** On the words as printed: folded, "có" (have) and "cơ" (as in "cơ quan") are one. */
    private static final Pattern PASSIVE =
            Pattern.compile("\\s(?:thường xuyên |đều |phải |sẽ )?được\\s(?!giao|phân công|cử|cấp|hưởng|tuyển)");

    private static final Pattern VERB = Pattern.compile(
            "\\s(?:tiếp cận|có|sử dụng|biết|tham gia|thực hiện|đạt|hoàn thành|đăng ký|cài đặt|kết nối|ứng dụng|thường xuyên|nắm|hiểu|"
                    + "nhận|hài lòng|cập nhật|xử lý|giải quyết|phải|đáp ứng|triển khai|thanh toán|nộp|được)\\s");
    private static final Pattern SHARE_OF =
            Pattern.compile("\\b(?:trong tong so|tren tong so|trong so|/tong so|so voi tong so)\\s");
    private static final double SAME = 0.8;

    private final DocumentText document;
    private @Nullable Named lastNamed;
    private final List<ExtractedPlan.Indicator> indicators = new ArrayList<>();
    private final List<ExtractedPlan.QualitativeGoal> goals = new ArrayList<>();

    Indicators(DocumentText document) {
        this.document = document;
    }

    List<ExtractedPlan.Indicator> indicators() {
        return List.copyOf(indicators);
    }

    List<ExtractedPlan.QualitativeGoal> goals() {
        return List.copyOf(goals);
    }

    void read(Section root) {
        for (var section : root.all()) {
            boolean goal = section.role() == Role.GOALS;
            boolean message = section.role() == Role.CONTENT;
            if (goal || message) {
                var horizon = horizon(section);
                if (goal && section.children().isEmpty() && isStatement(section)) {
                    readParagraph(section.heading(), horizon, false);
                }
                if (goal || horizon != null) {
                    section.body().forEach(paragraph -> readParagraph(paragraph.content(), horizon, message));
                }
            }
        }
    }

    /** A numbered goal whose own line is the goal, not a title over goals. */
    private static boolean isStatement(Section section) {
        return !section.heading().isEmpty()
                && section.level() > Marker.ROMAN_LEVEL
                && (!Quantities.in(section.heading()).isEmpty()
                        || Words.count(section.heading().text()) > 9);
    }

    /** The year in the nearest heading above. */
    private static @Nullable Integer horizon(Section section) {
        for (var at = section; ; at = at.parent().orElseThrow()) {
            var year = lastYear(at.heading().folded());
            boolean title =
                    at.heading().length() < 120 && Quantities.in(at.heading()).isEmpty();
            if (year != null && at.level() > 0 && title) {
                return year;
            }
            if (at.parent().isEmpty()) {
                return null;
            }
        }
    }

    private static @Nullable Integer lastYear(String folded) {
        var matcher = HORIZON.matcher(folded);
        Integer year = null;
        while (matcher.find()) {
            year = Integer.valueOf(matcher.group(2));
        }
        return year;
    }

    private void readParagraph(Passage paragraph, @Nullable Integer horizon, boolean message) {
        Integer year = horizon;
        lastNamed = null;
        for (var clause : Words.clauses(paragraph)) {
            var own = lastYear(clause.folded());
            if (own != null && HORIZON.matcher(clause.folded()).lookingAt()) {
                year = own;
            }
            var quantities = Quantities.in(clause).stream()
                    .filter(quantity -> quantity.compared() || "%".equals(quantity.unit()))
                    .toList();
            if (quantities.isEmpty()) {
                if (!clause.bare().isEmpty() && !clause.text().endsWith(":")) {
                    goals.add(new ExtractedPlan.QualitativeGoal(
                            year, clause.bare().text(), clause.source(document), year == null ? 0.7 : 0.85));
                }
            } else {
                readQuantities(clause, quantities, year, message);
                year = own == null ? year : own; // "đến năm 2028 đạt …; …": the year holds for what follows
            }
        }
    }

    private void readQuantities(
            Passage clause, List<Quantities.Quantity> quantities, @Nullable Integer horizon, boolean message) {
        int begin = 0;
        var previous = lastNamed; // "… đạt 60%; năm 2027 đạt 80%": the measure is named once
        var only = onlyYear(clause);
        for (int i = 0; i < quantities.size(); i++) {
            var quantity = quantities.get(i);
            int end = i + 1 < quantities.size()
                    ? boundary(clause, quantity.end(), quantities.get(i + 1).start())
                    : clause.length();
            var named = named(clause, begin, quantity, end);
            var around = clause.part(begin, end);
            var own = yearAround(clause, begin, quantity, end);
            boolean sameAgain = named == null || Words.count(named.name().text()) < 2;
            if (sameAgain && previous == null) {
                begin = end;
                continue;
            }
            var effective = sameAgain ? previous : named;
            var inClause = only != null ? only : horizon;
            add(effective, quantity, own != null ? own : inClause, clause, around, message);
            previous = effective;
            lastNamed = effective;
            begin = end;
        }
    }

    /** The comma that parts two amounts, or the start of the second. */
    private static int boundary(Passage clause, int from, int to) {
        int comma = clause.text().lastIndexOf(',', to);
        int and = clause.folded().lastIndexOf(" va ", to);
        int cut = Math.max(comma, and);
        return cut >= from ? cut + 1 : to;
    }

    /** The year of the clause when it names exactly one, as a year or as a date. */
    private static @Nullable Integer onlyYear(Passage clause) {
        var years = new LinkedHashSet<Integer>();
        var matcher = HORIZON.matcher(clause.folded());
        while (matcher.find()) {
            years.add(Integer.valueOf(matcher.group(2)));
        }
        Dates.allFull(clause.folded()).forEach(found -> years.add(found.date().year()));
        return years.size() == 1 ? years.getFirst() : null;
    }

    private static @Nullable Integer yearAround(Passage clause, int begin, Quantities.Quantity quantity, int end) {
        var before = lastYear(clause.folded().substring(begin, Math.max(begin, quantity.start())));
        if (before != null) {
            return before;
        }
        var matcher = Pattern.compile("^\\s?(?:vao |trong |den |den het )?nam (20\\d{2})")
                .matcher(clause.folded().substring(quantity.end(), end));
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private record Named(
            Passage name,
            @Nullable Passage numerator,
            @Nullable Passage denominator) {}

    /** "Ít nhất 10% người dân tiếp cận …" names its measure behind the figure, "Tỷ lệ … đạt 85%" in front of it. */
    private static @Nullable Named named(Passage clause, int begin, Quantities.Quantity quantity, int end) {
        var before = withoutYear(clause.part(begin, quantity.start()).bare());
        var after = clause.part(quantity.end(), end).bare();
        var noun = lastNoun(before);
        boolean inFront = noun != null || (Words.count(before.text()) >= 3 && !endsOpen(before));
        if (inFront) {
            var name = noun == null ? before : noun;
            return new Named(name, null, shareOf(after));
        }
        if (after.isEmpty()) {
            return null;
        }
        if (!"%".equals(quantity.unit())) {
            return new Named(after, null, null);
        }
        int verb = predicate(after.text());
        return new Named(after, verb > 1 ? after.from(verb) : null, verb > 1 ? after.part(0, verb) : shareOf(after));
    }

    /** Where the predicate begins: at the passive if there is one, else at the first verb; -1 when none is known. */
    private static int predicate(String words) {
        var passive = PASSIVE.matcher(words);
        if (passive.find()) {
            return passive.start();
        }
        var verb = VERB.matcher(words);
        return verb.find() ? verb.start() : -1;
    }

    private static boolean endsOpen(Passage before) {
        return before.folded()
                .matches(".*\\b(?:co|bao dam|dam bao|phan dau|bo tri|to chuc|xay dung|dang tai|it nhat)$");
    }

    private static @Nullable Passage lastNoun(Passage words) {
        var matcher = NOUN.matcher(words.folded());
        int start = -1;
        while (matcher.find()) {
            start = matcher.start();
        }
        return start < 0 ? null : words.from(start);
    }

    private static @Nullable Passage shareOf(Passage words) {
        var matcher = SHARE_OF.matcher(words.folded());
        return matcher.find()
                ? words.from(matcher.start()
                        + matcher.group().indexOf("tong so")
                        + (matcher.group().contains("tong so")
                                ? 0
                                : 1 + matcher.group().length()))
                : null;
    }

    private static Passage withoutYear(Passage words) {
        var matcher = Pattern.compile(
                        "^(?:phan dau )?(?:(?:den|trong|vao)\\s)?(?:(?:het |cuoi )?nam|giai doan) 20\\d{2}(?:\\s?-\\s?20\\d{2})?\\s?[,:]?\\s?")
                .matcher(words.folded());
        return matcher.find() ? words.from(matcher.end()) : words;
    }

    private void add(
            Named named,
            Quantities.Quantity quantity,
            @Nullable Integer year,
            Passage clause,
            Passage around,
            boolean message) {
        var words = clause.part(quantity.start(), quantity.end());
        var unit = quantity.unit() != null || !named.name().folded().contains("chi so") ? quantity.unit() : "index";
        var target = new ExtractedPlan.Target(
                year,
                quantity.comparator(),
                quantity.value(),
                quantity.upper(),
                unit,
                words.text(),
                quantity.aspirational(),
                words.source(document),
                year == null ? 0.7 : 0.95);
        for (int i = 0; i < indicators.size(); i++) {
            var known = indicators.get(i);
            if (known.communicationContent() == message
                    && java.util.Objects.equals(known.unit(), unit)
                    && similar(known.name(), named.name().text())
                    && known.targets().stream().noneMatch(it -> java.util.Objects.equals(it.year(), year))) {
                List<ExtractedPlan.Target> targets = new ArrayList<>(known.targets());
                targets.add(target);
                indicators.set(
                        i,
                        new ExtractedPlan.Indicator(
                                known.name(),
                                unit,
                                known.numerator(),
                                known.denominator(),
                                message,
                                targets,
                                known.source(),
                                known.confidence()));
                return;
            }
        }
        indicators.add(new ExtractedPlan.Indicator(
                named.name().text(),
                unit,
                named.numerator() == null ? null : named.numerator().text(),
                named.denominator() == null ? null : named.denominator().text(),
                message,
                List.of(target),
                around.source(document),
                message ? 0.7 : 0.9));
    }

    private static boolean similar(String one, String other) {
        var first = tokens(one);
        var second = tokens(other);
        Set<String> shared = new LinkedHashSet<>(first);
        shared.retainAll(second);
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return !all.isEmpty() && (double) shared.size() / all.size() >= SAME;
    }

    private static Set<String> tokens(String words) {
        return new LinkedHashSet<>(List.of(Folding.fold(words).split("[^a-z0-9]+")));
    }
}
