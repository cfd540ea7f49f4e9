package vn.lantoa.plan.intake;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types the words a plan uses for time. Words that name no time stay words. */
final class ScheduleReader {
    private static final String D = "(?:\\d{1,2}\\s?(?:/|\\.|-|thang)\\s?\\d{1,2}\\s?(?:/|\\.|-|nam)\\s?\\d{4})";
    private static final Pattern PHASE =
            Pattern.compile("(?:dot|giai doan|vong|lan) (?:\\d|i{1,3}|iv|v)(?= ?[:(\\-,])");
    private static final Pattern RANGE =
            Pattern.compile("(?:tu|bat dau tu)\\s[^;.]{0,40}?\\s?(?:den|toi|-)\\s?(?:het |het ngay |ngay )?");
    private static final Pattern BARE_RANGE = Pattern.compile(D + "\\s?(?:-|den)\\s?(?:het )?(?:ngay )?" + D);
    private static final Pattern YEARS = Pattern.compile(
            "(?:giai doan |nam |cac nam )?(20\\d{2})\\s?(?:-|den|den nam)\\s?(?:nam )?(20\\d{2})(?!\\d)");
    private static final Pattern MONTHS_OF_YEAR = Pattern.compile(
            "(?:tu )?thang (\\d{1,2})\\s?(?:-|den)\\s?(?:het )?(?:thang )?(\\d{1,2})\\s?(?:/|nam)\\s?(\\d{4})");
    private static final Pattern BEFORE = Pattern.compile("(?<!ngay )\\btruoc\\b(?! day| het| mat| tien)");
    private static final Pattern NO_LATER = Pattern.compile(
            "cham nhat|muon nhat|tre nhat|khong qua|khong muon hon|\\bden het\\b|\\bhan\\b|\\bxong\\b|hoan thanh|\\bden\\b|het ngay|\\bngay\\b");
    private static final Pattern RELATIVE = Pattern.compile(
            "(?:trong (?:vong|thoi han)|sau|truoc|cham nhat|khong qua) (?:khoang )?\\d{1,3} (?:ngay|tuan|thang|gio)(?: lam viec)?[^.;]{0,20}(?:ke tu|tu khi|tu ngay|sau khi|truoc ngay|truoc khi|sau ngay|khi)?|(?:ngay )?sau khi|ke tu (?:ngay|khi)");
    private static final Pattern CONTINUOUS = Pattern.compile(
            "thuong xuyen|lien tuc|quanh nam|suot nam|(?:hang|hang) (?:ngay|tuan|thang|quy|nam)|dinh ky");
    private static final Pattern FROM = Pattern.compile("(?:^|\\s)(?:tu|bat dau|ke tu)\\b");
    private static final Pattern NAMED_DAY = Pattern.compile("(?:ngay|ngay hoi|tuan le|thang)\\s[^,;()]{3,80}$");

    private static final Pattern SPAN =
            Pattern.compile("tu (?:ngay )?\\d{1,2}\\s?(?:/|thang)[^;.]{3,30}? den (?:het )?(?:ngay )?" + D);

    private final DocumentText document;

    ScheduleReader(DocumentText document) {
        this.document = document;
    }

    /** The schedule of a "Thời gian: …" caption; {@code statement} may name yearly days. */
    Schedule read(Passage words, Passage statement) {
        var schedule = typed(words, 0.9);
        var days = namedDays(statement);
        if (!schedule.yearlyDays().isEmpty()) {
            return schedule.withYearlyDays(
                    schedule.yearlyDays().stream().map(day -> named(day, days)).toList());
        }
        return days.isEmpty() ? schedule : schedule.withYearlyDays(days);
    }

    /** The caption may give the bare day and the statement its name. */
    private static Schedule.YearlyDay named(Schedule.YearlyDay day, List<Schedule.YearlyDay> known) {
        return day.name() != null
                ? day
                : known.stream()
                        .filter(other -> other.day().equals(day.day()))
                        .findFirst()
                        .orElse(day);
    }

    /** A deadline or a recurrence that the sentence itself states, or null. */
    @Nullable
    Schedule inSentence(Passage sentence) {
        var folded = sentence.folded();
        var deadline = Pattern.compile(
                        "(?:hoan thanh|xong|cham nhat|muon nhat|truoc(?! day| het| mat| tien)|thoi han|han)\\b[^.;]{0,30}?(?:ngay |thang |quy )?[\\div]{1,4}")
                .matcher(folded);
        while (deadline.find()) {
            int end = Math.min(folded.length(), deadline.start() + 70);
            var words = sentence.part(deadline.start(), end);
            var date = Dates.first(words.folded(), 0);
            if (date != null && date.date().month() != null && date.start() <= 45) {
                var exact = words.part(0, date.end());
                var schedule = typed(exact, 0.8);
                return schedule.kind() == Schedule.Kind.UNSPECIFIED || schedule.kind() == Schedule.Kind.CONTINUOUS
                        ? null
                        : schedule;
            }
        }
        var spans = SPAN.matcher(folded);
        if (spans.find()) {
            var spanned = typed(sentence.part(spans.start(), spans.end()), 0.8);
            if (spanned.kind() == Schedule.Kind.RANGE) {
                return spanned;
            }
        }
        var days = namedDays(sentence);
        if (!days.isEmpty() && folded.matches(".*\\bhang nam\\b.*")) {
            return schedule(Schedule.Kind.YEARLY_DAY, sentence, null, null, null, false, null, 0.8)
                    .withYearlyDays(days);
        }
        return null;
    }

    private Schedule typed(Passage words, double confidence) {
        var folded = words.folded();
        var time = Dates.time(folded);
        var phases = phases(words);
        if (phases.size() > 1) {
            return new Schedule(
                    Schedule.Kind.PHASES,
                    words.text(),
                    null,
                    null,
                    null,
                    false,
                    time,
                    List.of(),
                    phases,
                    null,
                    words.source(document),
                    confidence);
        }
        var range = range(folded);
        if (range != null) {
            return schedule(Schedule.Kind.RANGE, words, range.from(), range.to(), null, false, time, confidence);
        }
        var first = Dates.first(folded, 0);
        if (first == null
                || RELATIVE.matcher(folded.substring(0, first.start())).find()) {
            var relative = RELATIVE.matcher(folded);
            if (relative.find() && Character.isDigit(digitIn(relative.group()))
                    || folded.startsWith("sau khi")
                    || folded.startsWith("ngay sau khi")
                    || folded.startsWith("ke tu")) {
                return new Schedule(
                        Schedule.Kind.RELATIVE_TO_EVENT,
                        words.text(),
                        null,
                        null,
                        null,
                        false,
                        time,
                        List.of(),
                        List.of(),
                        event(words),
                        words.source(document),
                        confidence);
            }
        }
        if (first != null) {
            return dated(words, first, time, confidence);
        }
        return undated(words, time, confidence);
    }

    private Schedule dated(Passage words, Dates.Found first, @Nullable LocalTime time, double confidence) {
        var folded = words.folded();
        var lead = folded.substring(0, first.start());
        if (BEFORE.matcher(lead).find()) {
            return schedule(Schedule.Kind.BY, words, null, null, firstDay(folded, first), false, time, confidence);
        }
        if (FROM.matcher(lead).find()) {
            return schedule(Schedule.Kind.FROM, words, firstDay(folded, first), null, null, false, time, confidence);
        }
        var quarter = Dates.quarter(folded);
        boolean inside = lead.contains("trong");
        if (quarter != null && quarter.start() == first.start()) {
            return schedule(Schedule.Kind.QUARTER, words, quarter.from(), quarter.to(), null, false, time, confidence);
        }
        if (first.date().precision() == DatePrecision.DAY) {
            boolean deadline = NO_LATER.matcher(lead).find() || lead.isBlank();
            var by = deadline || inside ? first.date() : null;
            return by == null
                    ? schedule(Schedule.Kind.RANGE, words, first.date(), first.date(), null, false, time, confidence)
                    : schedule(Schedule.Kind.BY, words, null, null, by, true, time, confidence);
        }
        boolean until = lead.matches(".*\\b(?:den het|den|cham nhat|muon nhat|het)\\s(?:nam |thang )?$");
        if (until) {
            return schedule(Schedule.Kind.BY, words, null, null, first.date(), true, time, confidence);
        }
        var kind = first.date().precision() == DatePrecision.MONTH ? Schedule.Kind.MONTH : Schedule.Kind.RANGE;
        return schedule(kind, words, first.date(), first.date(), null, false, time, confidence);
    }

    /** "trước Quý II/2027" ends where the quarter begins; everything else is the date as found. */
    private static PartialDate firstDay(String folded, Dates.Found first) {
        var quarter = Dates.quarter(folded);
        return quarter != null && quarter.start() == first.start() ? quarter.from() : first.date();
    }

    private Schedule undated(Passage words, @Nullable LocalTime time, double confidence) {
        var folded = words.folded();
        var days = namedDays(words);
        if (!days.isEmpty()) {
            return schedule(Schedule.Kind.YEARLY_DAY, words, null, null, null, false, time, confidence)
                    .withYearlyDays(days);
        }
        boolean counted = folded.chars().anyMatch(Character::isDigit);
        if (CONTINUOUS.matcher(folded).find() && !counted) {
            return schedule(Schedule.Kind.CONTINUOUS, words, null, null, null, false, time, confidence);
        }
        return schedule(Schedule.Kind.UNSPECIFIED, words, null, null, null, false, time, 0.4);
    }

    private record Range(PartialDate from, PartialDate to) {}

    private static @Nullable Range range(String folded) {
        var months = MONTHS_OF_YEAR.matcher(folded);
        if (months.find()) {
            int from = Integer.parseInt(months.group(1));
            int to = Integer.parseInt(months.group(2));
            int year = Integer.parseInt(months.group(3));
            return from >= 1 && from <= to && to <= 12
                    ? new Range(PartialDate.of(year, from), PartialDate.of(year, to))
                    : null;
        }
        var years = YEARS.matcher(folded);
        if (years.find() && !RANGE.matcher(folded.substring(0, years.start())).find()) {
            int from = Integer.parseInt(years.group(1));
            int to = Integer.parseInt(years.group(2));
            return from < to ? new Range(PartialDate.of(from), PartialDate.of(to)) : null;
        }
        var matcher = RANGE.matcher(folded);
        int begin =
                matcher.find() ? matcher.start() : BARE_RANGE.matcher(folded).find() ? 0 : -1;
        if (begin < 0) {
            return null;
        }
        var from = Dates.first(folded, begin);
        var to = from == null ? null : Dates.first(folded, from.end());
        if (from == null || to == null) {
            return shared(folded, begin);
        }
        var between = folded.substring(from.end(), to.start());
        boolean linked = between.contains("den")
                || between.contains("toi")
                || between.strip().startsWith("-");
        return linked && !from.date().earliest().isAfter(to.date().latest()) ? new Range(from.date(), to.date()) : null;
    }

    /** "từ ngày 01/3 đến ngày 15/4/2026": the year is said once. */
    private static @Nullable Range shared(String folded, int begin) {
        var to = Dates.full(folded, begin);
        if (Dates.isNone(to)) {
            return null;
        }
        var days = Dates.yearly(folded.substring(begin, to.start()));
        if (days.size() != 1) {
            return null;
        }
        var day = days.getFirst().day();
        var from = day.isValidYear(to.date().year())
                ? PartialDate.of(to.date().year(), day.getMonthValue(), day.getDayOfMonth())
                : null;
        return from == null || from.earliest().isAfter(to.date().latest()) ? null : new Range(from, to.date());
    }

    private static List<Schedule.Phase> phases(Passage words) {
        var matcher = PHASE.matcher(words.folded());
        List<Integer> starts = new ArrayList<>();
        while (matcher.find()) {
            starts.add(matcher.start());
        }
        List<Schedule.Phase> phases = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : words.length();
            var part = words.part(starts.get(i), end).bare();
            int colon = part.text().indexOf(':');
            var range = range(part.folded());
            var first = Dates.first(part.folded(), 0);
            phases.add(new Schedule.Phase(
                    colon > 0
                            ? part.text().substring(0, colon)
                            : part.text()
                                    .substring(0, Math.min(6, part.length()))
                                    .strip(),
                    part.text(),
                    range != null ? range.from() : first == null ? null : first.date(),
                    range != null ? range.to() : first == null ? null : first.date()));
        }
        return phases;
    }

    /** Days that come back every year, with their names: "Ngày Chuyển đổi số quốc gia (10/10)". */
    private static List<Schedule.YearlyDay> namedDays(Passage words) {
        List<Schedule.YearlyDay> days = new ArrayList<>();
        int previousEnd = 0;
        for (var found : Dates.yearly(words.folded())) {
            var before = words.part(previousEnd, found.start());
            boolean says = words.folded().contains("hang nam")
                    || before.folded().endsWith("(")
                    || before.folded().endsWith("ngay");
            if (says) {
                days.add(new Schedule.YearlyDay(found.day(), name(before)));
            }
            previousEnd = found.end();
        }
        return days;
    }

    private static @Nullable String name(Passage before) {
        int end = before.text().endsWith("(") ? before.length() - 1 : -1;
        if (end < 0) {
            return null;
        }
        var named = before.part(0, end);
        var matcher = NAMED_DAY.matcher(named.folded());
        int start = -1;
        for (int at = 0; matcher.find(at); at = matcher.start() + 1) {
            if (Character.isUpperCase(named.text().charAt(matcher.start()))) {
                start = matcher.start();
            }
        }
        return start < 0 ? null : named.from(start).text();
    }

    private static @Nullable String event(Passage words) {
        var matcher = Pattern.compile("ke tu ngay|ke tu khi|ke tu|sau khi|truoc ngay|truoc khi|sau ngay|tu khi|tu ngay")
                .matcher(words.folded());
        return matcher.find() ? words.from(matcher.end()).bare().text() : null;
    }

    private static char digitIn(String words) {
        return words.chars()
                .filter(Character::isDigit)
                .mapToObj(c -> (char) c)
                .findFirst()
                .orElse(' ');
    }

    private Schedule schedule(
            Schedule.Kind kind,
            Passage words,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            @Nullable PartialDate by,
            boolean inclusive,
            @Nullable LocalTime time,
            double confidence) {
        return new Schedule(
                kind,
                words.text(),
                from,
                to,
                by,
                inclusive,
                time,
                List.of(),
                List.of(),
                null,
                words.source(document),
                confidence);
    }
}
