package vn.lantoa.plan.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.intake.ExtractedPlan;

/** What a person must say before the plan can be carried out. The reading's own wording of a question is kept. */
final class DraftQuestions {

    private final ExtractedPlan read;
    private final IssuingBody body;
    private final MeantBodies meant;
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final List<PlanQuestion> questions = new ArrayList<>();

    DraftQuestions(ExtractedPlan read, IssuingBody body, MeantBodies meant) {
        this.read = read;
        this.body = body;
        this.meant = meant;
        read.openQuestions().forEach(question -> asked.putIfAbsent(question.field(), question.question()));
    }

    List<PlanQuestion> of(List<PlanTask> tasks, List<PlanUnitDuty> duties, List<PlanReportObligation> reports) {
        aboutHead();
        for (int i = 0; i < tasks.size(); i++) {
            aboutTask(i, tasks.get(i));
        }
        aboutNames(tasks, duties, reports);
        for (int i = 0; i < reports.size(); i++) {
            aboutReport(i, reports.get(i));
        }
        if (tasks.isEmpty()) {
            ask(
                    QuestionCode.NO_TASK,
                    null,
                    null,
                    "/tasks",
                    "Văn bản không nêu nhiệm vụ nào có phân công. Hãy chuyển các việc trong phần tổ chức thực hiện thành "
                            + "nhiệm vụ, hoặc xác nhận kế hoạch không có nhiệm vụ cần theo dõi.",
                    List.of());
        }
        asked.forEach((field, text) -> add(QuestionCode.REMARK, null, null, field, text, List.of()));
        return questions;
    }

    private void aboutHead() {
        var head = read.document();
        if (read.subject() == null) {
            ask(QuestionCode.SUBJECT, null, null, "/subject", "Không thấy trích yếu. Văn bản về việc gì?", List.of());
        }
        if (head.number() == null) {
            ask(QuestionCode.DOCUMENT_NUMBER, null, null, "/document/number", "Văn bản chưa có số.", List.of());
        }
        if (head.date() == null || head.date().exact() == null) {
            ask(QuestionCode.DOCUMENT_DATE, null, null, "/document/date", "Văn bản chưa ghi đủ ngày.", List.of());
        }
        if (head.issuer() != null && !meant.isIssuer(head.issuer())) {
            asked.remove("/document/issuer");
            add(
                    QuestionCode.ISSUER,
                    null,
                    head.issuer(),
                    "/document/issuer",
                    "Văn bản do “%s” ban hành, không phải “%s”. Có đúng là kế hoạch cần nhập cho cơ quan mình không?"
                            .formatted(head.issuer(), body.organization().name()),
                    List.of());
        }
    }

    private void aboutTask(int index, PlanTask task) {
        if (task.leadUnitId() == null) {
            ask(
                    QuestionCode.TASK_LEAD,
                    task.id(),
                    task.leadWords(),
                    "/tasks/%d/leadUnit".formatted(index),
                    "Nhiệm vụ “%s” ghi đơn vị chủ trì là “%s”, chưa xác định được một đơn vị trong danh bạ. Đơn vị nào chủ trì?"
                            .formatted(shortened(task.title()), task.leadWords()),
                    leadCandidates(task));
        }
        if (task.schedule() == null) {
            ask(
                    QuestionCode.TASK_SCHEDULE,
                    task.id(),
                    task.scheduleWords(),
                    "/tasks/%d/schedule".formatted(index),
                    "Nhiệm vụ “%s” chưa có thời hạn. Thời hạn là khi nào?".formatted(shortened(task.title())),
                    List.of());
        }
    }

    private List<Candidate> leadCandidates(PlanTask task) {
        var group = meant.unit(task.leadWords()).map(Unit::unitId).map(body::membersOf);
        if (group.isPresent()) {
            return units(group.get()).toList();
        }
        return task.implementing().stream()
                .flatMap(named -> {
                    var members = named.unitIds().stream()
                            .flatMap(id -> body.membersOf(id).stream())
                            .toList();
                    return members.isEmpty()
                            ? Stream.of(Candidate.unit(
                                    named.words(),
                                    named.unitIds().isEmpty()
                                            ? null
                                            : named.unitIds().getFirst()))
                            : units(members);
                })
                .distinct()
                .toList();
    }

    private void aboutNames(List<PlanTask> tasks, List<PlanUnitDuty> duties, List<PlanReportObligation> reports) {
        var byWords = Stream.of(
                        tasks.stream().flatMap(it -> it.coordinating().stream()),
                        tasks.stream()
                                .flatMap(it -> it.implementing().stream())
                                .filter(it -> !meant.isIssuer(it.words())), // who it is, is known
                        duties.stream().flatMap(it -> it.units().stream()))
                .flatMap(it -> it)
                .collect(Collectors.toMap(NamedUnits::words, NamedUnits::unitIds, (one, _) -> one, LinkedHashMap::new));
        tasks.stream()
                .filter(it -> it.leadWords() != null && it.leadUnitId() == null)
                .forEach(it -> byWords.putIfAbsent(
                        it.leadWords(),
                        meant.unit(it.leadWords())
                                .map(Unit::unitId)
                                .map(List::of)
                                .orElse(List.of())));
        reports.stream()
                .filter(it -> it.isTracked() && it.viaWords() != null && it.viaUnitId() == null)
                .forEach(it -> byWords.putIfAbsent(it.viaWords(), List.of()));
        byWords.forEach(this::aboutName);
    }

    private void aboutName(String words, List<UUID> unitIds) {
        if (unitIds.isEmpty()) {
            ask(
                    QuestionCode.UNIT_NAME,
                    null,
                    words,
                    "/units/" + words.replace("~", "~0").replace("/", "~1"),
                    "“%s” chưa có trong danh bạ của cơ quan. Đó là đơn vị nào?".formatted(words),
                    List.of());
            return;
        }
        var group = body.find(unitIds.getFirst()).filter(unit -> unit.kind() == UnitKind.GROUP);
        group.ifPresent(unit -> ask(
                QuestionCode.UNIT_GROUP,
                null,
                words,
                "/units/" + words.replace("~", "~0").replace("/", "~1"),
                "“%s” gồm nhiều đơn vị. Khi ban hành, hệ thống hiểu là tất cả đơn vị được liệt kê. Có đúng không?"
                        .formatted(words),
                units(unit.memberUnitIds()).toList()));
    }

    private void aboutReport(int index, PlanReportObligation report) {
        var at = "/reportObligations/%d".formatted(index);
        if (report.lacksWriter()) {
            ask(
                    QuestionCode.REPORT_FROM,
                    report.id(),
                    report.fromWords(),
                    at + "/from",
                    "Đơn vị nào lập báo cáo “%s”?".formatted(shortened(report.words())),
                    writerCandidates(report));
        }
        if (report.lacksReceiver()) {
            ask(
                    QuestionCode.REPORT_RECEIVER,
                    report.id(),
                    null,
                    at + "/to",
                    "Cơ quan nhận báo cáo (%s) chưa có trong hệ thống. Cơ quan nào nhận, hay gửi ra ngoài hệ thống?"
                            .formatted(String.join("; ", report.toWords())),
                    receiverCandidates());
        }
        if (report.isUndated()) {
            ask(
                    QuestionCode.REPORT_DATES,
                    report.id(),
                    null,
                    at + "/due",
                    "Báo cáo “%s” không nêu thời hạn. Báo cáo vào ngày nào?".formatted(shortened(report.words())),
                    List.of());
        }
    }

    /** The focal point first, then the members of a group that is named. */
    private List<Candidate> writerCandidates(PlanReportObligation report) {
        var via = Stream.ofNullable(report.viaUnitId());
        var members = meant.unit(report.fromWords()).map(Unit::unitId).map(body::membersOf).stream()
                .flatMap(List::stream);
        return units(Stream.concat(via, members).distinct().toList()).toList();
    }

    private List<Candidate> receiverCandidates() {
        var candidates = new ArrayList<Candidate>();
        if (body.parent() != null) {
            candidates.add(
                    Candidate.organization(body.parent().name(), body.parent().organizationId()));
        }
        candidates.add(Candidate.organization(
                body.organization().name(), body.organization().organizationId()));
        return candidates;
    }

    private Stream<Candidate> units(List<UUID> unitIds) {
        return unitIds.stream()
                .flatMap(id -> body.find(id).stream())
                .map(unit -> Candidate.unit(unit.name(), unit.unitId()));
    }

    /** Asks in the reading's own words where it asks the same. */
    private void ask(
            QuestionCode code,
            @Nullable UUID subjectId,
            @Nullable String words,
            String field,
            String text,
            List<Candidate> candidates) {
        var read = asked.remove(field);
        add(code, subjectId, words, field, read == null ? text : read, candidates);
    }

    private void add(
            QuestionCode code,
            @Nullable UUID subjectId,
            @Nullable String words,
            String field,
            String text,
            List<Candidate> candidates) {
        questions.add(new PlanQuestion(Ids.next(), code, subjectId, words, field, text, candidates));
    }

    private static String shortened(String words) {
        if (words.length() <= 90) {
            return words;
        }
        int cut = words.lastIndexOf(' ', 90);
        return words.substring(0, cut > 0 ? cut : 90) + "…";
    }
}
