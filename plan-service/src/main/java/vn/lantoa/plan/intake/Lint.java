package vn.lantoa.plan.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.intake.ExtractedPlan.Finding;
import vn.lantoa.plan.intake.ExtractedPlan.Severity;

/** Looks for what is odd in the document: contradictions, outdated words, gaps that execution will trip over. */
final class Lint {
    private static final Pattern MINISTRY =
            Pattern.compile("^(?:bo (?!phan|dan)|chinh phu|thu tuong|van phong chinh phu)");
    private static final Pattern COMMUNE = Pattern.compile("\\b(?:xa|phuong|dac khu)\\b");

    private final ExtractedPlan plan;
    private final DocumentText document;
    private final List<Finding> findings = new ArrayList<>();

    Lint(ExtractedPlan plan, DocumentText document) {
        this.plan = plan;
        this.document = document;
    }

    List<Finding> findings(Section body, List<Paragraph> paragraphs, List<Citations.Mention> mentions) {
        citationDates(mentions);
        symbols(mentions);
        if (isAfterDistricts(mentions)) {
            districtWords(paragraphs);
        }
        sectionNumbers(body);
        tasks();
        indicators();
        reports();
        period();
        groups();
        silentPages();
        return findings;
    }

    private void citationDates(List<Citations.Mention> mentions) {
        Map<String, Map<PartialDate, Citations.Mention>> dates = new LinkedHashMap<>();
        for (var mention : mentions) {
            if (mention.date() != null) {
                dates.computeIfAbsent(mention.number(), number -> new LinkedHashMap<>())
                        .putIfAbsent(mention.date(), mention);
            }
        }
        dates.forEach((number, byDate) -> {
            if (byDate.size() > 1) {
                var written = String.join(
                        ", ", byDate.keySet().stream().map(Lint::vietnamese).toList());
                var second = byDate.values().stream().skip(1).findFirst().orElseThrow();
                warn(
                        "conflicting-citation-date",
                        "Văn bản số %s được dẫn với các ngày khác nhau: %s.".formatted(number, written),
                        second.words().source(document));
            }
        });
    }

    private static String vietnamese(PartialDate date) {
        return "%02d/%02d/%d".formatted(date.day(), date.month(), date.year());
    }

    private void symbols(List<Citations.Mention> mentions) {
        Map<String, Set<String>> printed = new LinkedHashMap<>();
        Map<String, Citations.Mention> odd = new LinkedHashMap<>();
        for (var mention : mentions) {
            var key = mention.printed().replaceAll("[^\\p{L}\\d]", "");
            printed.computeIfAbsent(key, letters -> new LinkedHashSet<>()).add(mention.printed());
            if (!mention.printed().equals(mention.number())) {
                odd.putIfAbsent(key, mention);
            }
        }
        printed.forEach((key, forms) -> {
            var wrong = odd.get(key);
            if (forms.size() > 1 || wrong != null) {
                var written = String.join(", ", forms);
                var right = wrong == null ? "" : " Ký hiệu đúng thể thức là %s.".formatted(wrong.number());
                warn(
                        "inconsistent-symbol",
                        "Ký hiệu văn bản viết không thống nhất hoặc không đúng thể thức: %s.%s"
                                .formatted(written, right),
                        wrong == null ? null : wrong.words().source(document));
            }
        });
    }

    private boolean isAfterDistricts(List<Citations.Mention> mentions) {
        var date = plan.document().date();
        if (date != null) {
            return !date.latest().isBefore(AbolishedTiers.NO_DISTRICTS_SINCE);
        }
        return mentions.stream()
                .anyMatch(it -> it.date() != null && !it.date().earliest().isBefore(AbolishedTiers.NO_DISTRICTS_SINCE));
    }

    private void districtWords(List<Paragraph> paragraphs) {
        for (var paragraph : paragraphs) {
            for (var sentence : Words.clauses(paragraph.content())) {
                AbolishedTiers.find(sentence.text(), sentence.folded())
                        .ifPresent(place -> warn(
                                "abolished-tier",
                                "Văn bản còn nhắc đến “%s”, cấp hành chính không còn từ ngày 01/7/2025."
                                        .formatted(place.word()),
                                sentence.part(place.start(), place.end()).source(document)));
            }
        }
    }

    private void sectionNumbers(Section section) {
        Set<String> seen = new HashSet<>();
        for (var child : section.children()) {
            var marker = child.marker();
            if (marker != null && !seen.add(marker.kind() + marker.label())) {
                warn(
                        "duplicate-section-number",
                        "Số mục “%s” được dùng hai lần trong cùng một phần (“%s”)."
                                .formatted(
                                        marker.label(),
                                        shortened(child.heading().bare().text())),
                        child.heading().source(document));
            }
            sectionNumbers(child);
        }
    }

    private void tasks() {
        for (var task : plan.tasks()) {
            if (task.leadUnit() == null) {
                warn("task-without-lead", "Nhiệm vụ %s chưa rõ đơn vị chủ trì.".formatted(label(task)), task.source());
            }
        }
    }

    private static String label(ExtractedPlan.Task task) {
        return task.number() == null ? "“" + shortened(task.title()) + "”" : task.number();
    }

    private void indicators() {
        for (var indicator : plan.indicators()) {
            if ("%".equals(indicator.unit()) && indicator.denominator() == null) {
                inform(
                        "indicator-without-denominator",
                        "Chỉ tiêu “%s” tính bằng %% nhưng không nêu mẫu số (tính trên tổng số nào)."
                                .formatted(shortened(indicator.name())),
                        indicator.source());
            }
        }
    }

    private void reports() {
        boolean commune = COMMUNE.matcher(
                        Folding.fold(String.valueOf(plan.document().issuer())))
                .find();
        Set<String> told = new HashSet<>();
        for (var report : plan.reportObligations()) {
            for (var receiver : report.to()) {
                if (commune && MINISTRY.matcher(Folding.fold(receiver)).find() && told.add(receiver)) {
                    warn(
                            "report-skips-tier",
                            "Cấp xã báo cáo thẳng “%s”: có thể chép từ kế hoạch của cấp trên, cần xác nhận nơi nhận báo cáo."
                                    .formatted(receiver),
                            report.source());
                }
            }
        }
    }

    private void period() {
        var period = plan.period();
        var issued = plan.document().date();
        if (period == null || period.start() == null || issued == null || issued.month() == null) {
            return;
        }
        boolean before = period.start().month() == null
                ? period.start().year() < issued.year()
                : YearMonth.from(period.start().earliest()).isBefore(YearMonth.from(issued.earliest()));
        if (before) {
            warn(
                    "start-before-issue",
                    "Thời gian thực hiện (“%s”) bắt đầu trước khi văn bản được ban hành."
                            .formatted(shortened(period.words())),
                    period.source());
        }
    }

    private void groups() {
        Set<String> told = new HashSet<>();
        for (var task : plan.tasks()) {
            group(task.leadUnit(), told);
            task.coordinatingUnits().forEach(unit -> group(unit, told));
            task.implementingUnits().forEach(unit -> group(unit, told));
        }
        plan.unitDuties().forEach(duty -> duty.units().forEach(unit -> group(unit, told)));
    }

    private void group(@Nullable UnitMention unit, Set<String> told) {
        if (unit != null && unit.group() && told.add(Folding.fold(unit.name()))) {
            inform(
                    "group-name",
                    "“%s” là tên gọi chung, cần nêu rõ từng đơn vị trước khi giao việc.".formatted(unit.name()),
                    unit.source());
        }
    }

    private void silentPages() {
        for (var page : document.pagesWithoutText()) {
            warn("page-without-text", "Trang %d không có lớp chữ nên chưa được đọc.".formatted(page), null);
        }
    }

    private void warn(String rule, String message, @Nullable Source source) {
        findings.add(new Finding(rule, Severity.WARNING, message, source));
    }

    private void inform(String rule, String message, @Nullable Source source) {
        findings.add(new Finding(rule, Severity.INFO, message, source));
    }

    private static String shortened(String words) {
        return words.length() <= 90 ? words : words.substring(0, 90).strip() + "…";
    }
}
