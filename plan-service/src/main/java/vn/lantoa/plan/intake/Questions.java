package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import vn.lantoa.plan.intake.ExtractedPlan.OpenQuestion;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;

/** Asks a person what the document leaves open. Candidates are always words of the document. */
final class Questions {
    private final ExtractedPlan plan;
    private final List<OpenQuestion> questions = new ArrayList<>();

    private Questions(ExtractedPlan plan) {
        this.plan = plan;
    }

    static List<OpenQuestion> of(ExtractedPlan plan) {
        var questions = new Questions(plan);
        questions.askAboutHead();
        questions.askAboutTasks();
        questions.askAboutDuties();
        questions.askAboutReports();
        return questions.questions;
    }

    private void askAboutHead() {
        var head = plan.document();
        if (head.type() == null) {
            ask("/document/type", "missing-type", "Không thấy tên loại văn bản. Đây là loại văn bản nào?");
        }
        if (head.number() == null) {
            ask("/document/number", "missing-number", "Văn bản chưa có số. Số của văn bản là bao nhiêu?");
        }
        if (head.datePrecision() != DatePrecision.DAY) {
            ask(
                    "/document/date",
                    "missing-date",
                    "Văn bản chưa ghi đủ ngày, tháng, năm ban hành. Ngày ban hành là ngày nào?",
                    signingDays());
        }
        var issuer = head.issuer();
        if (issuer == null) {
            ask("/document/issuer", "missing-issuer", "Không thấy cơ quan ban hành. Cơ quan nào ban hành văn bản này?");
        } else if (head.issuerState() == ExtractedPlan.IssuerState.INFERRED) {
            ask(
                    "/document/issuer",
                    "inferred-issuer",
                    "Cơ quan ban hành được suy ra từ nội dung văn bản. Có đúng là “%s” không?".formatted(issuer),
                    issuer);
        }
    }

    /** The day of a signature is a hint, not the date of the document. */
    private String[] signingDays() {
        return plan.digitalSignatures().stream()
                .map(ExtractedPlan.DigitalSignature::signedAt)
                .filter(java.util.Objects::nonNull)
                .map(at -> at.substring(0, 10))
                .distinct()
                .toArray(String[]::new);
    }

    private void askAboutTasks() {
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            var name = task.number() == null
                    ? "“" + shortened(task.title()) + "”"
                    : task.number() + " “" + shortened(task.title()) + "”";
            if (task.leadUnit() == null) {
                var candidates = task.implementingUnits().stream()
                        .map(UnitMention::name)
                        .distinct()
                        .toList();
                var code = candidates.isEmpty() ? "missing-lead" : "ambiguous-lead";
                var question = candidates.isEmpty()
                        ? "Nhiệm vụ %s không nêu đơn vị chủ trì. Đơn vị nào chủ trì?".formatted(name)
                        : "Nhiệm vụ %s chỉ nêu đơn vị thực hiện. Đơn vị nào chủ trì?".formatted(name);
                questions.add(new OpenQuestion("/tasks/%d/leadUnit".formatted(i), code, question, candidates));
            }
            var schedule = task.schedule();
            if (schedule == null) {
                ask(
                        "/tasks/%d/schedule".formatted(i),
                        "missing-schedule",
                        "Nhiệm vụ %s không nêu thời gian thực hiện. Thời hạn là khi nào?".formatted(name));
            } else if (schedule.kind() == Schedule.Kind.UNSPECIFIED) {
                ask(
                        "/tasks/%d/schedule".formatted(i),
                        "unclear-schedule",
                        "Nhiệm vụ %s ghi thời gian là “%s”. Thời hạn cụ thể là khi nào?"
                                .formatted(name, shortened(schedule.words())));
            }
        }
    }

    private void askAboutDuties() {
        for (int i = 0; i < plan.unitDuties().size(); i++) {
            var duty = plan.unitDuties().get(i);
            if (duty.units().isEmpty()) {
                ask(
                        "/unitDuties/%d/units".formatted(i),
                        "missing-unit",
                        "Mục %s của phần tổ chức thực hiện không nêu rõ đơn vị. Giao cho đơn vị nào?"
                                .formatted(duty.number() == null ? "“" + firstWords(duty) + "”" : duty.number()),
                        duty.asWritten().isEmpty() ? new String[0] : new String[] {duty.asWritten()});
            }
        }
    }

    private static String firstWords(ExtractedPlan.UnitDuty duty) {
        return shortened(
                duty.duties().isEmpty()
                        ? duty.source().words()
                        : duty.duties().getFirst().text());
    }

    private void askAboutReports() {
        for (int i = 0; i < plan.reportObligations().size(); i++) {
            var report = plan.reportObligations().get(i);
            if (report.kind() == ReportKind.PERIODIC && report.due().isEmpty()) {
                ask(
                        "/reportObligations/%d/due".formatted(i),
                        "missing-report-due",
                        "Văn bản yêu cầu báo cáo định kỳ (“%s”) nhưng không nêu thời hạn. Báo cáo vào ngày nào?"
                                .formatted(shortened(report.words())));
            }
            if (report.kind() == ReportKind.PERIODIC && report.from() == null) {
                ask(
                        "/reportObligations/%d/from".formatted(i),
                        "missing-reporter",
                        "Không rõ đơn vị nào phải báo cáo (“%s”). Đơn vị nào báo cáo?"
                                .formatted(shortened(report.words())));
            }
            if (report.kind() == ReportKind.PERIODIC && report.to().isEmpty()) {
                ask(
                        "/reportObligations/%d/to".formatted(i),
                        "missing-report-receiver",
                        "Không rõ báo cáo gửi về đâu (“%s”). Cơ quan nào nhận?".formatted(shortened(report.words())));
            }
        }
    }

    private void ask(String field, String code, String question, String... candidates) {
        questions.add(new OpenQuestion(field, code, question, List.of(candidates)));
    }

    private static String shortened(String words) {
        int limit = 90;
        if (words.length() <= limit) {
            return words;
        }
        int cut = words.lastIndexOf(' ', limit);
        return words.substring(0, cut < limit / 2 ? limit : cut) + "…";
    }
}
