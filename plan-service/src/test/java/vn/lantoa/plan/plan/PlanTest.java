package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.intake.DocumentText;
import vn.lantoa.plan.intake.PlanReader;

/** The rules of a plan, on a document that is really read. */
class PlanTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T09:00:00+07:00");
    static final By BY = By.person(new UUID(9, 9), NOW);
    static final Unit CULTURE = unit(1, "Phòng Văn hóa - Xã hội", UnitKind.DEPARTMENT);
    static final Unit ECONOMY = unit(2, "Phòng Kinh tế", UnitKind.DEPARTMENT);
    private static final Unit CENTRE = unit(3, "Trung tâm Dịch vụ sự nghiệp công", UnitKind.PUBLIC_UNIT);
    private static final Unit FRONT = unit(4, "Ủy ban MTTQ Việt Nam xã", UnitKind.FATHERLAND_FRONT);
    static final Unit DEPARTMENTS = new Unit(
            new UUID(0, 5),
            new UUID(1, 0),
            "Các phòng chuyên môn",
            List.of(),
            UnitKind.GROUP,
            null,
            null,
            List.of(CULTURE.unitId(), ECONOMY.unitId()));
    private static final Organization CITY =
            organization(2, "Thành phố Thử", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.CITY, null);
    static final IssuingBody BODY = body(List.of(CULTURE, ECONOMY, CENTRE, FRONT, DEPARTMENTS));

    @Test
    void oneLeadPerTaskBeforeThePlanIsSubmitted() {
        var plan = draft(PlanScenario.document());

        refused("plan.questions-open", () -> plan.submit(BODY, Grounds.NONE, BY));
        lead(plan, ECONOMY);
        var submitted = plan.submit(BODY, Grounds.NONE, BY);

        assertThat(submitted.previousState()).isEqualTo(PlanState.DRAFT);
        assertThat(plan.state()).isEqualTo(PlanState.SUBMITTED);
    }

    @Test
    void returnedPlanIsCompletedAndSubmittedAgain() {
        var plan = submitted();

        var returned = plan.returnForCompletion("Thiếu kinh phí", BY);

        assertThat(returned.reason()).isEqualTo("Thiếu kinh phí");
        assertThat(plan.isEditable()).isTrue();
        assertThat(plan.submit(BODY, Grounds.NONE, BY).previousState()).isEqualTo(PlanState.RETURNED);
    }

    @Test
    void nothingSkipsAStation() {
        var draft = draft(PlanScenario.document());
        refused("plan.approve-not-allowed", () -> draft.approve(SigningMode.TM, Grounds.NONE, BY));
        refused("plan.return-not-allowed", () -> draft.returnForCompletion("x", BY));
        var submitted = submitted();
        refused("plan.promulgate-not-allowed", () -> promulgate(submitted));
        refused("plan.not-editable", () -> submitted.remove(UUID.randomUUID(), null, BY));
        var promulgated = approved();
        promulgate(promulgated);
        refused("plan.promulgate-not-allowed", () -> promulgate(promulgated));
        refused("plan.submit-not-allowed", () -> promulgated.submit(BODY, Grounds.NONE, BY));
    }

    @Test
    void unitThatWasClosedMeanwhileLeadsNothing() {
        var plan = approved();

        refused(
                "plan.lead-gone",
                () -> plan.promulgate(
                        new Registration("12", false, null, LocalDate.of(2026, 11, 20)),
                        body(List.of(ECONOMY, CENTRE, FRONT, DEPARTMENTS)),
                        BY));
    }

    @Test
    void groupIsWrittenOutAtPromulgationAndStaysAsWritten() {
        var task = promulgate(approved()).tasks().getFirst();

        assertThat(task.leadUnitId()).isEqualTo(CULTURE.unitId());
        assertThat(task.coordinatingUnitIds()).containsExactly(ECONOMY.unitId());
        assertThat(task.coordinatingAsWritten()).containsExactly("Các phòng chuyên môn", "Hội Làm vườn xã");
    }

    @Test
    void unitsThatCarryATaskOutHelpTheOneThatLeads() {
        var task = promulgate(approved()).tasks().get(1);

        assertThat(task.leadUnitId()).isEqualTo(ECONOMY.unitId());
        assertThat(task.coordinatingUnitIds()).containsExactly(CENTRE.unitId());
        assertThat(task.coordinatingAsWritten()).containsExactly("Trung tâm Dịch vụ sự nghiệp công");
    }

    @Test
    void issuerGivesTheOrderAndDoesNotCoordinateIt() {
        var committee = unit(6, "Ủy ban nhân dân xã Một", UnitKind.PEOPLE_COMMITTEE);
        var body = body(List.of(CULTURE, ECONOMY, CENTRE, FRONT, DEPARTMENTS, committee));
        var plan = draft(carriedOutBy("UBND xã Một; Phòng Kinh tế; Các phòng chuyên môn"), body);
        lead(plan, ECONOMY);

        assertThat(plan.tasks().get(1).coordinatingUnitIds(body)).containsExactly(CULTURE.unitId());
        assertThat(plan.tasks().get(1).coordinatingAsWritten(body))
                .containsExactly("UBND xã Một", "Các phòng chuyên môn");
        assertThat(plan.questions())
                .filteredOn(it -> it.code() == QuestionCode.UNIT_NAME)
                .extracting(PlanQuestion::words)
                .doesNotContain("UBND xã Một");
    }

    @Test
    void unknownNameAmongThoseThatCarryATaskOutStaysOpenUntilSomebodySaysWhoItIs() {
        var plan = draft(carriedOutBy("Phòng Kinh tế; Tổ công nghệ số"));
        lead(plan, ECONOMY);
        var question = plan.openQuestions().stream()
                .filter(it -> it.code() == QuestionCode.UNIT_NAME && "Tổ công nghệ số".equals(it.words()))
                .findFirst()
                .orElseThrow();
        assertThat(plan.tasks().get(1).coordinatingAsWritten(BODY)).containsExactly("Tổ công nghệ số");

        plan.answer(question.id(), new Answer.Unit(CENTRE.unitId()), BODY, BY);

        assertThat(plan.openQuestions()).doesNotContain(question);
        assertThat(issued(plan).tasks().get(1).coordinatingUnitIds()).containsExactly(CENTRE.unitId());
    }

    @Test
    void unitWronglyReadAsCarryingATaskOutIsTakenOutByCorrectingIt() {
        var plan = draft(PlanScenario.document());
        var task = plan.tasks().get(1);

        plan.changeTask(
                task.id(),
                new Plan.TaskChoice(
                        task.title(),
                        ECONOMY.unitId(),
                        List.of(),
                        List.of(),
                        AssignMode.ASSIGN,
                        ScheduleChoice.CONTINUOUS),
                BODY,
                BY);

        assertThat(issued(plan).tasks().get(1).coordinatingUnitIds()).isEmpty();
    }

    @Test
    void nameThatAPersonResolvesCountsWhereverItStands() {
        var plan = draft(PlanScenario.document());
        var question = question(plan, QuestionCode.UNIT_NAME);

        plan.answer(question.id(), new Answer.Unit(CENTRE.unitId()), BODY, BY);

        assertThat(plan.openQuestions()).doesNotContain(question);
        assertThat(plan.tasks().getFirst().coordinatingUnitIds(BODY)).contains(CENTRE.unitId());
    }

    @Test
    void leadChosenByCorrectingTheTaskClosesTheQuestion() {
        var plan = draft(PlanScenario.document());
        var task = plan.tasks().get(1);

        plan.changeTask(
                task.id(),
                new Plan.TaskChoice(
                        task.title(), CENTRE.unitId(), List.of(), null, AssignMode.ASSIGN, ScheduleChoice.CONTINUOUS),
                BODY,
                BY);

        assertThat(plan.blockingQuestions()).isEmpty();
    }

    @Test
    void taskWhoseTimeOrLeadAPersonClearedKeepsThePlanFromBeingSubmitted() {
        for (var lead : new UUID[] {ECONOMY.unitId(), null}) {
            var plan = draft(PlanScenario.document());
            lead(plan, ECONOMY);
            var task = plan.tasks().getFirst();
            plan.changeTask(
                    task.id(),
                    new Plan.TaskChoice(
                            task.title(),
                            lead,
                            List.of(),
                            null,
                            AssignMode.ASSIGN,
                            lead == null ? ScheduleChoice.CONTINUOUS : null),
                    BODY,
                    BY);

            assertThatThrownBy(() -> plan.submit(BODY, Grounds.NONE, BY)).isInstanceOf(Problem.RuleBroken.class);
        }
    }

    @Test
    void taskMadeAfterAnotherWasTakenOutStandsBehindAllThatAreLeft() {
        var plan = draft(PlanScenario.document());
        plan.remove(plan.tasks().getFirst().id(), null, BY);
        var duty = plan.unitDuties().getLast().duties().getFirst();

        var made = plan.makeTask(
                duty.id(), new DutyTask.Choice(null, ECONOMY.unitId(), List.of(), null, null), BODY, BY);

        assertThat(plan.tasks().getLast().id()).isEqualTo(made);
        assertThat(plan.tasks())
                .extracting(PlanTask::position)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void frontOrdersItsOwnBodiesAndIsAskedByOthers() {
        var front = new IssuingBody(
                organization(7, "MTTQ xã", OrganizationKind.FATHERLAND_FRONT, OrganizationLevel.COMMUNE, null),
                List.of(FRONT),
                null,
                List.of());

        assertThat(BODY.mayOnlyRequest(FRONT)).isTrue();
        assertThat(BODY.mayOnlyRequest(ECONOMY)).isFalse();
        assertThat(front.mayOnlyRequest(FRONT)).isFalse();
    }

    @Test
    void taskWithoutTimeWaitsForAPerson() {
        var plan = draft(PlanScenario.document().replace("Thời gian thực hiện: Thường xuyên.\n", ""));
        lead(plan, ECONOMY);
        var question = question(plan, QuestionCode.TASK_SCHEDULE);
        assertThat(plan.blockingQuestions()).containsExactly(question);

        plan.answer(
                question.id(),
                new Answer.Schedule(
                        new ScheduleChoice(TaskSchedule.Kind.BY, null, LocalDate.of(2027, 3, 1), null, null, null)),
                BODY,
                BY);

        assertThat(plan.blockingQuestions()).isEmpty();
        assertThat(plan.tasks().get(1).schedule().to()).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void undatedReportIsDatedOrDismissedByAPerson() {
        var undated = PlanScenario.document()
                .replace("Định kỳ trước ngày 20 tháng 6 và trước ngày 20 tháng 12 hằng năm gửi", "Định kỳ gửi");
        var dated = draft(undated);
        lead(dated, ECONOMY);
        dated.answer(
                question(dated, QuestionCode.REPORT_DATES).id(),
                new Answer.Dates(
                        ReportFrequency.YEARLY, List.of(new Answer.YearlyDate("12-10", DeadlineBound.ON_OR_BEFORE))),
                BODY,
                BY);
        var dismissed = draft(undated);
        lead(dismissed, ECONOMY);
        dismissed.answer(
                question(dismissed, QuestionCode.REPORT_DATES).id(),
                new Answer.Dismiss("Theo quy định chung"),
                BODY,
                BY);

        assertThat(issued(dated).reportObligations()).singleElement().satisfies(it -> {
            assertThat(it.frequency()).isEqualTo(ReportFrequency.YEARLY);
            assertThat(it.due()).extracting(PlanPromulgated.YearlyDue::monthDay).containsExactly("12-10");
        });
        assertThat(issued(dismissed).reportObligations()).isEmpty();
    }

    @Test
    void reportDueOnADayThatDoesNotExistIsAskedAbout() {
        for (var day : List.of("ngày 31 tháng 4", "ngày 30/02", "ngày 29/02/2027")) {
            var plan = draft(PlanScenario.document()
                    .replace(
                            "trước ngày 20 tháng 6 và trước ngày 20 tháng 12 hằng năm gửi",
                            "trước " + day + " hằng năm gửi"));

            assertThat(plan.blockingQuestions())
                    .as(day)
                    .extracting(PlanQuestion::code)
                    .contains(QuestionCode.REPORT_DATES);
        }
    }

    @Test
    void yearlyDayOfATaskThatDoesNotExistIsNoDay() {
        var plan = draft(PlanScenario.document()
                .replace("Thời gian thực hiện: Thường xuyên.", "Thời gian thực hiện: Ngày 31/4 hằng năm."));

        assertThat(plan.blockingQuestions()).extracting(PlanQuestion::code).contains(QuestionCode.TASK_SCHEDULE);
    }

    @Test
    void planOfSomebodyElseIsTakenOnlyAfterAWord() {
        var plan = draft(PlanScenario.document().replace("xã Một", "xã Khác").replace("XÃ MỘT", "XÃ KHÁC"));
        lead(plan, ECONOMY);
        var question = question(plan, QuestionCode.ISSUER);
        assertThat(plan.blockingQuestions()).containsExactly(question);

        plan.answer(question.id(), new Answer.Acknowledge(null), BODY, BY);

        assertThat(plan.blockingQuestions()).isEmpty();
    }

    @Test
    void planRunsFromItsIssueToItsLastTarget() {
        var event = promulgate(approved());

        assertThat(event.startsOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(event.endsOn()).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(event.documentNumber()).isEqualTo("07");
        assertThat(event.documentSymbol()).isEqualTo("KH-UBND");
    }

    @Test
    void numberAndItsAbsenceExcludeEachOther() {
        var day = LocalDate.of(2026, 11, 20);

        assertThat(Registration.of("0095", false, null, day).number()).isEqualTo("95");
        assertThat(Registration.of(null, true, null, day).number()).isNull();
        assertThat(Registration.of(null, false, null, day).withoutNumber())
                .as("the register gives the next one")
                .isFalse();
        refused("plan.number-or-none", () -> Registration.of("95", true, null, day));
    }

    private static String carriedOutBy(String units) {
        return PlanScenario.document()
                .replace(
                        "Đơn vị thực hiện: Phòng Kinh tế; Trung tâm Dịch vụ sự nghiệp công.",
                        "Đơn vị thực hiện: " + units + ".");
    }

    static Plan draft(String document) {
        return draft(document, BODY);
    }

    private static Plan draft(String document, IssuingBody body) {
        var read = new PlanReader().read(DocumentText.of(document));
        return new Plan(new PlanDrafting(body).draft(read, read.findings()), "hash", BY);
    }

    private static Plan submitted() {
        var plan = draft(PlanScenario.document());
        lead(plan, ECONOMY);
        plan.submit(BODY, Grounds.NONE, BY);
        return plan;
    }

    private static Plan approved() {
        var plan = submitted();
        plan.approve(SigningMode.KT, Grounds.NONE, BY);
        return plan;
    }

    private static PlanPromulgated promulgate(Plan plan) {
        return plan.promulgate(new Registration("7", false, null, LocalDate.of(2026, 11, 20)), BODY, BY);
    }

    private static PlanPromulgated issued(Plan plan) {
        plan.submit(BODY, Grounds.NONE, BY);
        plan.approve(SigningMode.TM, Grounds.NONE, BY);
        return promulgate(plan);
    }

    static void lead(Plan plan, Unit unit) {
        plan.answer(question(plan, QuestionCode.TASK_LEAD).id(), new Answer.Unit(unit.unitId()), BODY, BY);
    }

    private static PlanQuestion question(Plan plan, QuestionCode code) {
        return plan.openQuestions().stream()
                .filter(it -> it.code() == code)
                .findFirst()
                .orElseThrow();
    }

    static void refused(String code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                .isEqualTo(code));
    }

    private static IssuingBody body(List<Unit> units) {
        return new IssuingBody(
                organization(1, "Xã Một", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.COMMUNE, CITY),
                units,
                CITY,
                List.of());
    }

    private static Organization organization(
            long id, String name, OrganizationKind kind, OrganizationLevel level, @Nullable Organization parent) {
        return new Organization(
                new UUID(id, 0),
                name,
                name,
                kind,
                level,
                parent == null ? null : parent.organizationId(),
                null,
                null,
                null);
    }

    private static Unit unit(long id, String name, UnitKind kind) {
        return new Unit(new UUID(0, id), new UUID(1, 0), name, List.of(), kind, null, null, List.of());
    }
}
