package vn.lantoa.plan.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.document.Paper.Block;
import vn.lantoa.plan.document.Paper.Grid;
import vn.lantoa.plan.document.Paper.Line;
import vn.lantoa.plan.document.Paper.Pair;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.plan.PlanDocumentContent;
import vn.lantoa.plan.plan.PlanDocumentContent.Goal;
import vn.lantoa.plan.plan.PlanDocumentContent.Indicator;
import vn.lantoa.plan.plan.PlanDocumentContent.Points;
import vn.lantoa.plan.plan.PlanDocumentContent.Report;
import vn.lantoa.plan.plan.PlanDocumentContent.Target;
import vn.lantoa.plan.plan.PlanDocumentContent.Task;

/** Lays the content of a plan out as a document: which part comes where, under which heading, with which number. */
final class PlanPaper {

    /** A table of more years than this has no room for them side by side. */
    private static final int YEARS_SIDE_BY_SIDE = 5;

    private static final String NO_SUBJECT = "……………………………………";

    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    private final PlanDocumentContent content;
    private final PaperRules rules;
    private final Letterhead letterhead;
    private final List<Block> body = new ArrayList<>();
    private int sections;
    private int subsections;

    private PlanPaper(PlanDocumentContent content) {
        this.content = content;
        this.rules = Letterhead.rulesFor(content.issuer().kind());
        this.letterhead = new Letterhead(content, rules);
    }

    static Paper of(PlanDocumentContent content) {
        return new PlanPaper(content).paper();
    }

    private Paper paper() {
        boolean letter = content.type() == DocumentType.CONG_VAN;
        if (letter) {
            writeLetter();
        } else {
            writePlan();
        }
        line(Element.BODY, closing());
        var type = content.type().vietnameseName();
        return new Paper(
                rules,
                letter,
                type + " " + Objects.requireNonNullElse(content.subject(), ""),
                content.planId(),
                content.changedAt().toInstant(),
                letterhead.rows(),
                body,
                new Pair(new RecipientList(content, rules).lines(), new SignatureBlock(content, rules).lines()));
    }

    private void writeLetter() {
        var to = content.addressees();
        if (to.size() == 1) {
            line(Element.ADDRESSEE, "Kính gửi: " + finished(to.getFirst(), "."));
        } else if (!to.isEmpty()) {
            line(Element.ADDRESSEE, "Kính gửi:");
            list(Element.ADDRESSEE, to);
        }
        var because = String.join("; ", content.legalBases());
        line(
                Element.BODY,
                (because.isEmpty() ? "" : because + ", ")
                        + letterhead.issuerInSentence()
                        + " đề nghị các cơ quan, đơn vị thực hiện các nội dung sau:");
        int number = 0;
        for (var task : content.tasks()) {
            task(++number + separator(), task);
        }
        for (var duty : content.duties()) {
            line(Element.BODY, ++number + separator() + duty.heading());
            items(duty.items());
        }
        for (var report : content.reports()) {
            if (isNew(report)) {
                line(Element.BODY, ++number + separator() + finished(words(report), "."));
            }
        }
    }

    private void writePlan() {
        line(Element.TYPE, content.type().vietnameseName().toUpperCase(Locale.ROOT));
        var subject = Objects.requireNonNullElse(content.subject(), NO_SUBJECT);
        line(Element.SUBJECT, subject);
        if (rules.isParty()) {
            line(Element.SUBJECT, "-----");
        } else {
            body.add(letterhead.shortRule(Element.SUBJECT, subject, rules.page().textWidthPoints() * 0.7));
        }
        var bases = content.legalBases();
        for (int i = 0; i < bases.size(); i++) {
            line(Element.BASIS, finished(bases.get(i), i < bases.size() - 1 ? ";" : rules.isParty() ? "," : "."));
        }
        line(
                Element.BODY,
                letterhead.issuerInSentence() + " ban hành "
                        + content.type().vietnameseName()
                        + " " + lowerFirst(subject) + " như sau:");
        purposes();
        goals();
        messages();
        tasks();
        var period = content.period();
        if (period != null && !subject.contains(period)) {
            section("THỜI GIAN THỰC HIỆN");
            line(Element.BODY, finished(upperFirst(period), "."));
        }
        if (!content.budgetSources().isEmpty()) {
            section("KINH PHÍ THỰC HIỆN");
            items(content.budgetSources());
        }
        duties();
    }

    private void purposes() {
        boolean purposes = !content.purposes().isEmpty();
        boolean requirements = !content.requirements().isEmpty();
        if (purposes && requirements) {
            section("MỤC ĐÍCH, YÊU CẦU");
            subsection("Mục đích");
            items(content.purposes());
            subsection("Yêu cầu");
            items(content.requirements());
        } else if (purposes) {
            section("MỤC ĐÍCH");
            items(content.purposes());
        } else if (requirements) {
            section("YÊU CẦU");
            items(content.requirements());
        }
    }

    private void goals() {
        boolean goals = !content.goals().isEmpty();
        boolean indicators = !content.indicators().isEmpty();
        if (!goals && !indicators) {
            return;
        }
        section(goals ? indicators ? "MỤC TIÊU, CHỈ TIÊU" : "MỤC TIÊU" : "CHỈ TIÊU");
        if (goals) {
            if (indicators) {
                subsection("Mục tiêu");
            }
            content.goals().stream()
                    .sorted(Comparator.comparing(Goal::year, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .forEach(goal -> item(goal.year() == null ? goal.text() : year(goal) + lowerFirst(goal.text())));
        }
        if (indicators) {
            if (goals) {
                subsection("Chỉ tiêu");
            }
            body.add(indicators());
        }
    }

    private static String year(Goal goal) {
        return "Năm " + goal.year() + ": ";
    }

    private Grid indicators() {
        var years = new TreeSet<Integer>();
        content.indicators().stream()
                .flatMap(it -> it.targets().stream())
                .map(Target::year)
                .filter(Objects::nonNull)
                .forEach(years::add);
        boolean undated = content.indicators().stream()
                .flatMap(it -> it.targets().stream())
                .anyMatch(it -> it.year() == null);
        return years.size() > YEARS_SIDE_BY_SIDE ? yearsBelowEachOther() : yearsSideBySide(List.copyOf(years), undated);
    }

    private Grid yearsSideBySide(List<Integer> years, boolean undated) {
        var head = new ArrayList<>(List.of("TT", "Chỉ tiêu"));
        years.forEach(year -> head.add("Năm " + year));
        if (undated) {
            head.add("Mức phải đạt");
        }
        var rows = new ArrayList<List<String>>();
        for (var indicator : content.indicators()) {
            var row = new ArrayList<>(List.of(String.valueOf(rows.size() + 1), upperFirst(indicator.name())));
            years.forEach(year -> row.add(targets(indicator, year)));
            if (undated) {
                row.add(targets(indicator, null));
            }
            rows.add(row);
        }
        var widths = new ArrayList<>(List.of(8, 70 - 8 * Math.max(0, head.size() - 3)));
        IntStream.range(2, head.size()).forEach(_ -> widths.add(20));
        return new Grid(head, rows, widths);
    }

    private Grid yearsBelowEachOther() {
        var rows = new ArrayList<List<String>>();
        for (var indicator : content.indicators()) {
            var targets = indicator.targets().stream()
                    .map(it -> it.year() == null ? it.words() : "Năm " + it.year() + ": " + it.words())
                    .toList();
            rows.add(
                    List.of(String.valueOf(rows.size() + 1), upperFirst(indicator.name()), String.join("; ", targets)));
        }
        return new Grid(List.of("TT", "Chỉ tiêu", "Mức phải đạt"), rows, List.of(8, 50, 42));
    }

    private static String targets(Indicator indicator, @Nullable Integer year) {
        return String.join(
                "; ",
                indicator.targets().stream()
                        .filter(it -> Objects.equals(it.year(), year))
                        .map(it -> upperFirst(it.words()))
                        .toList());
    }

    private void messages() {
        if (!content.contents().isEmpty()) {
            section("NỘI DUNG TUYÊN TRUYỀN");
            points(content.contents());
        }
        if (!content.channels().isEmpty()) {
            section("HÌNH THỨC TUYÊN TRUYỀN");
            int number = 0;
            for (var channel : content.channels()) {
                line(Element.BODY, ++number + separator() + finished(channel, "."));
            }
        }
    }

    private void points(List<Points> points) {
        for (var point : points) {
            line(
                    point.items().isEmpty() ? Element.BODY : Element.SUBSECTION,
                    ++subsections
                            + separator()
                            + finished(point.heading(), point.items().isEmpty() ? "." : ""));
            point.items().forEach(it -> {
                if (it.matches("^\\p{L}\\) .*")) {
                    line(Element.BODY, finished(it, "."));
                } else {
                    item(it);
                }
            });
        }
    }

    private void tasks() {
        if (content.tasks().isEmpty() && content.solutions().isEmpty()) {
            return;
        }
        section("NHIỆM VỤ, GIẢI PHÁP");
        points(content.solutions());
        String heading = null;
        int number = 0;
        for (var task : content.tasks()) {
            var own = isSectionName(task.heading()) ? null : task.heading();
            if (own != null && !own.equals(heading)) {
                subsection(own);
                number = 0;
            }
            heading = own;
            var mark = own == null ? ++subsections + separator() : subsections + "." + ++number + ". ";
            task(mark, task);
        }
    }

    /** "NHIỆM VỤ" above a task names the section, which has a heading already. */
    private static boolean isSectionName(@Nullable String heading) {
        return heading == null || heading.equals(heading.toUpperCase(Locale.ROOT));
    }

    private void task(String mark, Task task) {
        var text = task.text();
        line(Element.BODY, mark + finished(text, "."));
        var lead = task.lead();
        if (lead != null && (isNew(lead, text) || !says(text, "chủ trì"))) {
            item((task.request() ? "Đề nghị chủ trì: " : "Đơn vị chủ trì: ") + lead);
        }
        units("Đơn vị thực hiện: ", task.implementing(), text);
        units("Đơn vị phối hợp: ", task.coordinating(), text);
        if (isNew(task.time(), text)) {
            item("Thời gian thực hiện: " + upperFirst(task.time()));
        }
        if (isNew(task.product(), text)) {
            item("Sản phẩm: " + task.product());
        }
    }

    private void units(String caption, List<String> units, String text) {
        var told = units.stream()
                .filter(it -> isNew(it, text) || !says(text, "phối hợp"))
                .toList();
        if (!told.isEmpty()) {
            item(caption + String.join("; ", told));
        }
    }

    /** What the sentence of a task says already is not said again below it. */
    private static boolean isNew(@Nullable String words, String text) {
        return words != null && !says(text, words);
    }

    private static boolean says(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private void duties() {
        var reports = content.reports().stream().filter(this::isNew).toList();
        if (content.duties().isEmpty() && reports.isEmpty()) {
            return;
        }
        section("TỔ CHỨC THỰC HIỆN");
        for (var duty : content.duties()) {
            subsection(duty.heading());
            items(duty.items());
        }
        if (!reports.isEmpty()) {
            subsection("Chế độ báo cáo");
            reports.stream().map(PlanPaper::words).distinct().forEach(this::item);
        }
    }

    /** Reports that a unit's duties, a task or the closing name already have their place. */
    private boolean isNew(Report report) {
        var said = Stream.of(
                        content.duties().stream().flatMap(it -> it.items().stream()),
                        content.tasks().stream().map(Task::text),
                        Stream.of(closing()))
                .flatMap(it -> it);
        return !report.due().isEmpty() || said.noneMatch(it -> it.contains(report.words()));
    }

    private static String words(Report report) {
        var words = upperFirst(report.words().replaceFirst("\\s*[./;]+$", ""));
        var from = report.from();
        var who = isNew(from, words) ? upperFirst(from) + ": " + lowerFirst(words) : words;
        return report.due().isEmpty() ? who : who + " (thời hạn: " + String.join(", ", report.due()) + ")";
    }

    /** The state ends a document with a stroke and a point, the Party with a point. */
    private String closing() {
        var stated = content.closing();
        var type = content.type().vietnameseName();
        var words = stated != null
                ? stated
                : content.type() == DocumentType.CONG_VAN
                        ? "Đề nghị các cơ quan, đơn vị quan tâm, triển khai thực hiện"
                        : "Trên đây là %s %s; đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện"
                                .formatted(type, lowerFirst(Objects.requireNonNullElse(content.subject(), "này")));
        return words.replaceFirst("\\s*[./]+$", "") + (rules.isParty() ? "." : "./.");
    }

    private void section(String heading) {
        line(Element.SECTION, ROMAN.get(sections++) + separator() + heading);
        subsections = 0;
    }

    private void subsection(String heading) {
        line(Element.SUBSECTION, ++subsections + separator() + heading);
    }

    private String separator() {
        return rules.isParty() ? "- " : ". ";
    }

    private void items(List<String> items) {
        items.forEach(this::item);
    }

    private void item(String text) {
        line(Element.BODY, "- " + finished(upperFirst(text), "."));
    }

    private void list(Element element, List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            line(element, "- " + finished(items.get(i), i < items.size() - 1 ? ";" : "."));
        }
    }

    private void line(Element element, String text) {
        body.add(new Line(element, text));
    }

    private static String finished(String text, String end) {
        var bare = text.strip();
        return bare.matches("(?s).*[.;:,!?]") && !end.equals(";") ? bare : bare.replaceFirst("[.;,]+$", "") + end;
    }

    private static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Not where the first word is a name or an abbreviation: its second letter tells. */
    private static String lowerFirst(String text) {
        return text.length() < 2 || Character.isUpperCase(text.charAt(1))
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
