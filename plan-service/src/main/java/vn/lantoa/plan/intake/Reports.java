package vn.lantoa.plan.intake;

import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.intake.ExtractedPlan.Due;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.intake.ExtractedPlan.ReportObligation;

/** Reads who reports to whom and when, sentence by sentence. A report without a date stays without one. */
final class Reports {
    private static final Pattern REPORT = Pattern.compile("\\bbao cao\\b(?! vien| nay| chinh tri| su)");
    private static final Pattern RECURS =
            Pattern.compile("dinh ky|hang (?:nam|quy|thang|tuan)|6 thang|sau thang|bao cao (?:nam|quy|thang|tuan)\\b");
    private static final Pattern AD_HOC = Pattern.compile("dot xuat");
    private static final Pattern ISSUE = Pattern.compile("vuong mac|phat sinh|kho khan");
    private static final Pattern ISSUE_ACT =
            Pattern.compile("\\b(?:bao cao|phan anh|lien he|thong tin|de nghi|gui|kien nghi|trao doi|y kien)\\b");
    private static final Pattern DAY = Pattern.compile(
            "\\b(truoc|cham nhat(?: la| vao| den)?|muon nhat|khong qua|vao|den het|trong|den)?\\s?(?:(?:\\d{1,2} ?(?:gio|h|g)[ \\d]{0,3}(?:phut)?,? )?(?:ngay)\\s)?(\\d{1,2})\\s?(?:/|thang)\\s?(\\d{1,2})(?:\\s?(?:/|nam)\\s?(\\d{4}))?");
    private static final Pattern NEXT_REPORT =
            Pattern.compile("[,;]\\s(?:va )?bao cao (?:quy|thang|nam|tuan|6 thang|so ket|tong ket)\\b");
    private static final Pattern REVERSED_DAY = Pattern.compile(
            "hang (thang|quy)[^.;]{0,12}?\\b(truoc|cham nhat|muon nhat|vao) (?:la )?ngay (\\d{1,2})(?! ?(?:/|thang \\d))");
    private static final Pattern MONTHLY_DAY = Pattern.compile(
            "\\b(truoc|cham nhat|muon nhat|vao|den)?\\s?(?:la )?ngay (\\d{1,2})(?! ?(?:/|thang \\d)) ?(?:cua )?(?:thang cuoi (?:cua )?)?(hang thang|thang|hang quy|quy|cua thang)");
    private static final Pattern WEEKDAY = Pattern.compile("thu (hai|ba|tu|nam|sau|bay|2|3|4|5|6|7)\\b");
    private static final Pattern VIA = Pattern.compile(
            "\\((?:thong )?qua ([^()]{3,100})\\)|\\b(?:thong qua|qua) (?=phong|trung tam|van phong|so|ban|to|co quan|bo phan)([^,.;()]{3,100}?)(?= de\\b| tong hop|,|\\.|;|\\)|$)");
    private static final Pattern TO = Pattern.compile(
            "\\b(?:ve|cho|gui|toi|den|bao cao)\\s(?=ubnd|uy ban|dang uy|hdnd|hoi dong|so |bo |phong |trung tam|van phong|thuong truc|ban |btt|cap|co quan|mttq|chu tich|lanh dao|thanh uy|tinh uy|chinh phu|thu tuong)");
    private static final Pattern TO_END = Pattern.compile(
            "\\s(?:theo|hang (?:tuan|thang|quy|nam)|de|truoc|vao|khi|ket qua|tinh hinh|ve (?:ket qua|tinh hinh|cong tac|viec)|xem xet|dinh ky|qua|thong qua|chi dao|gui|dung|trong|cham nhat)\\b|[.;()]");
    private static final Pattern ONWARD = Pattern.compile(
            "\\bde (?:tong hop,? )?(?:tham muu )?(?:bao cao|trinh|gui)\\s|\\btong hop,? (?:bao cao|trinh)\\s");
    private static final Pattern SENDS = Pattern.compile(
            "\\b(?:gui|bao cao|thuc hien (?:che do )?bao cao|tong hop|lap bao cao|co trach nhiem|xay dung bao cao|kip thoi|phan anh|lien he)\\b");
    private static final int PARTY_MAX = 160;

    private final DocumentText document;
    private final List<ReportObligation> obligations = new ArrayList<>();

    Reports(DocumentText document) {
        this.document = document;
    }

    List<ReportObligation> read(Section root) {
        for (var section : root.all()) {
            boolean irrelevant =
                    switch (section.role()) {
                        case PURPOSE, REQUIREMENT, PURPOSE_AND_REQUIREMENT, GOALS, CONTENT, CHANNELS, BUDGET -> true;
                        default -> false;
                    };
            if (!irrelevant) {
                var unit = unitAbove(section);
                readSentences(section.heading(), unit);
                section.body().forEach(paragraph -> readSentences(paragraph.content(), unit));
            }
        }
        return List.copyOf(obligations);
    }

    /** The unit a duty section is addressed to. */
    private static @Nullable String unitAbove(Section section) {
        for (var at = section; at.level() >= 0; at = at.parent().orElseThrow()) {
            if (at.role() == Role.ORGANISATION && at.level() > Marker.ROMAN_LEVEL) {
                var unit = Units.withoutVerb(Duties.nameIn(at.heading())).bare();
                if (Units.looksLikeUnit(unit) && unit.length() <= 300) {
                    return Words.evenHyphens(unit.text());
                }
            }
        }
        return null;
    }

    private void readSentences(Passage paragraph, @Nullable String unit) {
        String subject = null;
        for (var sentence : Words.sentences(paragraph)) {
            for (var clause : Words.clauses(sentence)) {
                var before = obligations.size();
                for (var piece : pieces(clause)) {
                    readSentence(piece, clause, unit, subject);
                }
                if (obligations.size() > before) {
                    subject = obligations.getLast().from();
                }
            }
        }
    }

    /** "báo cáo quý trước ngày 10 …, báo cáo năm trước ngày 05/12 về …" holds two obligations to one receiver. */
    private static List<Passage> pieces(Passage clause) {
        List<Passage> pieces = new ArrayList<>();
        var next = NEXT_REPORT.matcher(clause.folded());
        int begin = 0;
        while (next.find()) {
            if (REPORT.matcher(clause.folded().substring(begin, next.start())).find()) {
                pieces.add(clause.part(begin, next.start()));
                begin = next.start() + 1;
            }
        }
        pieces.add(clause.from(begin));
        return pieces;
    }

    private void readSentence(
            Passage sentence, Passage whole, @Nullable String unit, @Nullable String previousSubject) {
        var folded = sentence.folded();
        if (ISSUE.matcher(folded).find() && isIssue(folded)) {
            add(ReportKind.ISSUE, Frequency.WHEN_ARISES, List.of(), sentence, whole, issueFrom(sentence, unit), 0.85);
            return;
        }
        var report = REPORT.matcher(folded);
        if (!report.find()) {
            return;
        }
        var due = due(sentence);
        boolean recurs = RECURS.matcher(folded).find() && obliges(folded);
        boolean adHoc = AD_HOC.matcher(folded).find();
        boolean continues = folded.startsWith("dong thoi")
                || folded.startsWith("ngoai ra")
                || Character.isLowerCase(sentence.text().charAt(0));
        var from = from(whole, unit);
        var subject = from == null && continues ? previousSubject : from;
        boolean once = !recurs && due.stream().anyMatch(it -> isOnce(it));
        if ((recurs && !(adHoc && due.isEmpty() && !hasPeriodic(folded))) || once) {
            add(ReportKind.PERIODIC, frequency(folded, due), due, sentence, whole, subject, due.isEmpty() ? 0.6 : 0.92);
        }
        if (adHoc) {
            add(ReportKind.AD_HOC, Frequency.ON_REQUEST, List.of(), sentence, whole, subject, 0.85);
        }
    }

    private static boolean hasPeriodic(String folded) {
        return folded.contains("dinh ky") || folded.matches(".*hang (?:nam|quy|thang|tuan).*");
    }

    /** "kế hoạch công tác hằng năm … báo cáo" obliges nobody: the recurrence must be near the report. */
    private static boolean obliges(String folded) {
        var report = REPORT.matcher(folded);
        while (report.find()) {
            int begin = Math.max(0, report.start() - 140);
            int end = Math.min(folded.length(), report.end() + 80);
            if (RECURS.matcher(folded.substring(begin, end)).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIssue(String folded) {
        boolean conditional = folded.contains("neu co")
                || folded.contains("neu phat sinh")
                || folded.contains("co kho khan")
                || folded.contains("co vuong mac")
                || folded.contains("co phat sinh")
                || folded.contains("gap kho khan")
                || folded.contains("nhung kho khan")
                || folded.contains("neu gap");
        return conditional && ISSUE_ACT.matcher(folded).find();
    }

    private void add(
            ReportKind kind,
            Frequency frequency,
            List<Due> due,
            Passage sentence,
            Passage whole,
            @Nullable String from,
            double confidence) {
        obligations.add(new ReportObligation(
                kind,
                frequency,
                due,
                from,
                to(whole, kind),
                via(whole),
                onward(whole),
                sentence.text(),
                sentence.source(document),
                confidence));
    }

    private List<Due> due(Passage sentence) {
        List<Due> due = new ArrayList<>();
        var folded = sentence.folded();
        var time = Dates.time(folded);
        var matcher = DAY.matcher(folded);
        while (matcher.find()) {
            int day = Integer.parseInt(matcher.group(2));
            int month = Integer.parseInt(matcher.group(3));
            boolean real = isReal(day, month, matcher.group(4));
            boolean recurs = RECURS.matcher(folded).find();
            boolean symbol = matcher.group(1) == null
                    && matcher.start(2) > 0
                    && "-/.".indexOf(folded.charAt(matcher.start(2) - 1)) >= 0;
            boolean citedDate = matcher.group(1) == null && matcher.group(4) != null;
            if (real && !symbol && !citedDate && (matcher.group(4) != null || recurs)) {
                var when = matcher.group(4) == null
                        ? String.format(Locale.ROOT, "%02d-%02d", month, day)
                        : String.format(Locale.ROOT, "%s-%02d-%02d", matcher.group(4), month, day);
                due.add(due(sentence.part(matcher.start(), matcher.end()), matcher.group(1), when, time));
            }
        }
        if (due.isEmpty()) {
            var reversed = REVERSED_DAY.matcher(folded);
            if (reversed.find() && isDayOfMonth(reversed.group(3))) {
                var when = String.format(Locale.ROOT, "%02d", Integer.parseInt(reversed.group(3)));
                due.add(due(sentence.part(reversed.start(2), reversed.end(3)), reversed.group(2), when, time));
            }
        }
        if (due.isEmpty()) {
            var monthly = MONTHLY_DAY.matcher(folded);
            if (monthly.find() && isDayOfMonth(monthly.group(2))) {
                var when = String.format(Locale.ROOT, "%02d", Integer.parseInt(monthly.group(2)));
                due.add(due(sentence.part(monthly.start(), monthly.end()), monthly.group(1), when, time));
            }
        }
        var weekday = WEEKDAY.matcher(folded);
        if (due.isEmpty() && folded.contains("tuan") && weekday.find()) {
            int start = Math.max(0, folded.lastIndexOf("truoc", weekday.start()));
            var words = sentence.part(start, weekday.end());
            due.add(due(
                    words,
                    folded.startsWith("truoc", start) && time == null ? "truoc" : "cham nhat",
                    weekday(weekday.group(1)),
                    time));
        }
        return due;
    }

    /** "31/4" and "29/02/2027" are no days; "29/02" of every year is one. */
    private static boolean isReal(int day, int month, @Nullable String year) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        return day
                <= (year == null
                        ? Month.of(month).maxLength()
                        : YearMonth.of(Integer.parseInt(year), month).lengthOfMonth());
    }

    private static boolean isDayOfMonth(String digits) {
        int day = Integer.parseInt(digits);
        return day >= 1 && day <= 31;
    }

    /** "trước" is strict; "trước 16 giờ ngày …" means on that day, before that hour. */
    private Due due(Passage words, @Nullable String lead, String when, @Nullable LocalTime time) {
        boolean strict =
                (lead == null || lead.equals("truoc")) && !words.folded().matches(".*\\b\\d{1,2} ?(?:gio|h|g)\\b.*");
        boolean before = strict && lead != null;
        return new Due(words.text(), before ? when : null, before ? null : when, time, words.source(document));
    }

    private static boolean isOnce(Due due) {
        var when = due.before() == null ? due.onOrBefore() : due.before();
        return when != null && when.length() == 10;
    }

    private static String weekday(String word) {
        return switch (word) {
            case "hai", "2" -> "MONDAY";
            case "ba", "3" -> "TUESDAY";
            case "tu", "4" -> "WEDNESDAY";
            case "nam", "5" -> "THURSDAY";
            case "sau", "6" -> "FRIDAY";
            default -> "SATURDAY";
        };
    }

    private static Frequency frequency(String folded, List<Due> due) {
        if (due.stream().anyMatch(Reports::isOnce)) {
            return Frequency.ONCE;
        }
        if (folded.contains("hang tuan") || folded.contains("bao cao tuan")) {
            return Frequency.WEEKLY;
        }
        if (due.stream().anyMatch(it -> length(it) == 2)) {
            return folded.contains("quy") && !folded.contains("hang thang") ? Frequency.QUARTERLY : Frequency.MONTHLY;
        }
        return switch (due.size()) {
            case 0 -> undated(folded);
            case 1 -> folded.contains("6 thang") && !folded.contains("nam") ? Frequency.HALF_YEARLY : Frequency.YEARLY;
            case 2 -> Frequency.HALF_YEARLY;
            case 4 -> Frequency.QUARTERLY;
            default -> Frequency.UNSPECIFIED;
        };
    }

    private static Frequency undated(String folded) {
        if (folded.matches(".*(?:hang thang|bao cao thang).*")) {
            return Frequency.MONTHLY;
        }
        if (folded.matches(".*(?:hang quy|bao cao quy).*")) {
            return Frequency.QUARTERLY;
        }
        if (folded.contains("6 thang") || folded.contains("sau thang")) {
            return Frequency.HALF_YEARLY;
        }
        return folded.contains("hang nam") && !folded.contains("ke hoach") ? Frequency.YEARLY : Frequency.UNSPECIFIED;
    }

    private static int length(Due due) {
        var when = due.before() == null ? due.onOrBefore() : due.before();
        return when == null ? 0 : when.length();
    }

    /** The subject in front of "gửi báo cáo", else the unit whose duty this is. */
    private static @Nullable String from(Passage sentence, @Nullable String unit) {
        var folded = sentence.folded();
        var sends = SENDS.matcher(folded);
        while (sends.find()) {
            int begin = Math.max(folded.lastIndexOf(", ", sends.start()), -2) + 2;
            for (int start = 0; start <= sends.start(); start = next(sentence, start)) {
                if (sends.start() - start > PARTY_MAX + 20) {
                    continue;
                }
                var candidate = sentence.part(start, sends.start()).bare();
                if (candidate.length() > 2
                        && candidate.length() <= PARTY_MAX
                        && Units.looksLikeUnit(candidate)
                        && Words.count(candidate.text()) >= 2
                        && DutyVerbs.first(candidate) < 0) {
                    return Words.evenHyphens(Units.withoutVerb(candidate).text());
                }
            }
            if (begin > sends.start()) {
                break;
            }
        }
        return unit;
    }

    /** The next place a name may begin: behind a comma, semicolon or verb that hands over. */
    private static int next(Passage sentence, int from) {
        int comma = sentence.text().indexOf(", ", from);
        int asks = sentence.folded().indexOf("de nghi ", from);
        int afterComma = comma < 0 ? Integer.MAX_VALUE : comma + 2;
        int afterAsks = asks < 0 ? Integer.MAX_VALUE : asks + 8;
        int colon = sentence.text().indexOf(": ", from);
        int afterColon = colon < 0 ? Integer.MAX_VALUE : colon + 2;
        return Math.min(afterColon, Math.min(afterComma, afterAsks));
    }

    private static @Nullable String issueFrom(Passage sentence, @Nullable String unit) {
        var from = from(sentence, null);
        return from == null ? unit : from;
    }

    private List<String> to(Passage sentence, ReportKind kind) {
        var folded = sentence.folded();
        var onward = ONWARD.matcher(folded);
        int onwardAt = onward.find() && folded.startsWith("de ", onward.start()) ? onward.start() : folded.length();
        var matcher = TO.matcher(folded);
        while (matcher.find()) {
            boolean real = kind == ReportKind.ISSUE || followsReport(folded, matcher.start(), matcher.group());
            if (matcher.start() < onwardAt && real) {
                return list(sentence, matcher.end());
            }
        }
        return List.of();
    }

    private static boolean followsReport(String folded, int at, String word) {
        return word.startsWith("bao cao") || folded.lastIndexOf("bao cao", at) >= 0 || folded.startsWith("gui", at);
    }

    private static List<String> list(Passage sentence, int from) {
        var stop = TO_END.matcher(sentence.folded());
        int end = stop.find(from) ? stop.start() : sentence.length();
        return Units.split(sentence.part(from, end)).stream()
                .map(part -> Words.evenHyphens(part.text()))
                .toList();
    }

    private static @Nullable String via(Passage sentence) {
        var matcher = VIA.matcher(sentence.folded());
        if (!matcher.find()) {
            return null;
        }
        int group = matcher.group(1) == null ? 2 : 1;
        return Words.evenHyphens(
                sentence.part(matcher.start(group), matcher.end(group)).bare().text());
    }

    private static List<String> onward(Passage sentence) {
        var matcher = ONWARD.matcher(sentence.folded());
        if (!matcher.find() || !sentence.folded().startsWith("de ", matcher.start())) {
            return List.of();
        }
        var rest = sentence.from(matcher.end());
        return Units.looksLikeUnit(rest) ? list(sentence, matcher.end()) : List.of();
    }
}
