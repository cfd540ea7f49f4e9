package vn.lantoa.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.effects.ItemField;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.ReportDutyScheduled.ReportDeadline;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;
import vn.lantoa.events.Role;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.plan.amendment.AmendmentPreview.Because;
import vn.lantoa.plan.amendment.AmendmentPreview.DutyChange;
import vn.lantoa.plan.amendment.AmendmentPreview.DutyLine;
import vn.lantoa.plan.amendment.AmendmentPreview.PersonLine;
import vn.lantoa.plan.amendment.AmendmentPreview.ReminderLine;
import vn.lantoa.plan.amendment.AmendmentPreview.TaskChange;
import vn.lantoa.plan.amendment.AmendmentPreview.TaskLine;
import vn.lantoa.plan.edition.PlanContent;
import vn.lantoa.plan.published.PublishedDuty;
import vn.lantoa.plan.published.PublishedTask;
import vn.lantoa.workingdays.WorkingCalendar;

/** What is foretold of tasks, reports, reminders and people, on weekdays without holidays; seen from Friday, 27 November 2026. */
class ForesightTest {

    private static final UUID COMMUNE = id(1);
    private static final UUID CULTURE = id(2);
    private static final UUID ECONOMY = id(3);
    private static final UUID ITEM = id(10);
    private static final UUID TASK = id(20);
    private static final WorkingCalendar WEEKDAYS = new WorkingCalendar("weekdays", List.of());
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
    private static final LocalDate ISSUED = LocalDate.parse("2026-11-20");
    private static final LocalDate END = LocalDate.parse("2027-12-31");

    private static final Member HEAD = member(31, "An", CULTURE, Role.UNIT_HEAD);
    private static final Member SPECIALIST = member(32, "Bình", CULTURE, Role.SPECIALIST);
    private static final Member OTHER_HEAD = member(33, "Chi", ECONOMY, Role.UNIT_HEAD);
    private static final Member LEADER = member(34, "Dung", null, Role.LEADER);

    @Test
    void taskOfAnotherUnitBeginsAnewAndBothUnitsHearOfIt() {
        var before = task(CULTURE, by("2027-01-15"));
        var lines = foresee(
                List.of(before),
                List.of(task(ECONOMY, by("2027-01-15"))),
                List.of(published(before, TaskState.IN_PROGRESS, SPECIALIST.personId())));

        assertThat(lines.tasks())
                .extracting(
                        TaskLine::effect,
                        TaskLine::fields,
                        TaskLine::stateBefore,
                        TaskLine::stateAfter,
                        TaskLine::leadUnitBefore,
                        TaskLine::leadUnitAfter)
                .containsExactly(tuple(
                        TaskChange.AMENDED,
                        List.of(ItemField.LEAD),
                        TaskState.IN_PROGRESS,
                        TaskState.ASSIGNED,
                        CULTURE,
                        ECONOMY));
        assertThat(lines.reminders()).isEmpty(); // the same days, for others
        assertThat(lines.people())
                .extracting(PersonLine::name, PersonLine::because)
                .containsExactly(
                        tuple("An", List.of(Because.LED_BEFORE)),
                        tuple("Bình", List.of(Because.ASSIGNEE, Because.LED_BEFORE)),
                        tuple("Chi", List.of(Because.LEADS_AFTER)));
    }

    @Test
    void laterDayMovesEveryReminderThatIsStillToCome() {
        var before = task(CULTURE, by("2026-12-01"));
        var lines = foresee(
                List.of(before),
                List.of(task(CULTURE, by("2026-12-15"))),
                List.of(published(before, TaskState.ACCEPTED, null)));

        assertThat(lines.reminders())
                .extracting(ReminderLine::rung, ReminderLine::before, ReminderLine::after)
                .containsExactly(
                        tuple(-10, null, day("2026-12-01")),
                        tuple(-3, null, day("2026-12-10")),
                        tuple(-1, day("2026-11-30"), day("2026-12-14")),
                        tuple(0, day("2026-12-01"), day("2026-12-15")),
                        tuple(1, day("2026-12-02"), day("2026-12-16")));
    }

    @Test
    void whatIsOnlyAskedForIsNeverCalledLate() {
        var asked = new TaskItem(
                ITEM,
                null,
                "Vận động",
                AssignMode.REQUEST,
                CULTURE,
                List.of(),
                List.of(),
                by("2027-01-15"),
                null,
                null);
        var lines = foresee(List.of(), List.of(asked), List.of());

        assertThat(lines.tasks().getFirst().stateAfter()).isEqualTo(TaskState.REQUESTED);
        assertThat(lines.reminders()).extracting(ReminderLine::rung).containsExactly(-10, -3, -1, 0);
    }

    @Test
    void daysOfARecurringTaskComeAndGo() {
        var before = task(CULTURE, yearly("10-10"));
        var parent = published(before, TaskState.ASSIGNED, null);
        var occurrence = new PublishedTask(
                id(21),
                ITEM,
                TASK,
                day("2027-10-10"),
                null,
                "Ngày hội (10/10/2027)",
                AssignMode.ASSIGN,
                TaskState.ASSIGNED,
                CULTURE,
                List.of(),
                null,
                null,
                TaskDeadlines.of(day("2027-10-10"), DeadlineBound.ON_OR_BEFORE, WEEKDAYS));
        var lines = foresee(List.of(before), List.of(task(CULTURE, yearly("05-18"))), List.of(parent, occurrence));

        assertThat(lines.tasks())
                .extracting(TaskLine::effect, TaskLine::occurrenceOn, TaskLine::taskId)
                .containsExactly(
                        tuple(TaskChange.AMENDED, null, TASK),
                        tuple(TaskChange.CANCELLED, day("2027-10-10"), id(21)),
                        tuple(TaskChange.GIVEN, day("2027-05-18"), null));
        assertThat(lines.tasks().getLast().deadlineAfter().lastSafeDay()).isEqualTo(day("2027-05-18"));
        assertThat(lines.tasks().getLast().title()).isEqualTo("Tổ chức – Ngày hội (18/05/2027)");
    }

    @Test
    void newItemIsNamedByItsPlaceInTheWish() {
        var lines = Foresight.of(
                content(List.of(), List.of()),
                amended(List.of(task(CULTURE, by("2027-01-15"))), List.of()),
                Map.of(ITEM, "/tasks/add/0"),
                known(List.of(), List.of()));

        assertThat(lines.tasks().getFirst().item()).isEqualTo(new AmendmentPreview.Item(null, "/tasks/add/0"));
        assertThat(lines.reminders())
                .allSatisfy(it -> assertThat(it.item().newItem()).isEqualTo("/tasks/add/0"));
    }

    @Test
    void reportsAreMovedWithdrawnAndAddedByTheirDays() {
        var before = obligation(CULTURE, "06-20");
        var lines = Foresight.of(
                content(List.of(), List.of(before)),
                amended(List.of(), List.of(obligation(ECONOMY, "06-20"))),
                Map.of(),
                known(List.of(), List.of(duty("2027-06-20", true))));
        assertThat(lines.duties())
                .extracting(DutyLine::effect, DutyLine::unitBefore, DutyLine::unitAfter)
                .containsExactly(
                        tuple(DutyChange.RESCHEDULED, CULTURE, ECONOMY),
                        tuple(DutyChange.SCHEDULED, null, ECONOMY)); // on the year 2027, due in 2028

        var withdrawn = Foresight.of(
                content(List.of(), List.of(before)),
                amended(List.of(), List.of()),
                Map.of(),
                known(List.of(), List.of(duty("2027-06-20", true))));
        assertThat(withdrawn.duties()).extracting(DutyLine::effect).containsExactly(DutyChange.WITHDRAWN);
        assertThat(withdrawn.reminders())
                .allSatisfy(it -> assertThat(it.after()).isNull());
        assertThat(withdrawn.people())
                .extracting(PersonLine::name)
                .containsExactly(HEAD.displayName(), SPECIALIST.displayName());
    }

    private static Foresight.Lines foresee(List<TaskItem> before, List<TaskItem> after, List<PublishedTask> tasks) {
        return Foresight.of(content(before, List.of()), amended(after, List.of()), Map.of(), known(tasks, List.of()));
    }

    private static Foresight.Known known(List<PublishedTask> tasks, List<PublishedDuty> duties) {
        return new Foresight.Known(
                tasks,
                duties,
                WEEKDAYS,
                List.of(-10, -3, -1, 0, 1),
                List.of(HEAD, SPECIALIST, OTHER_HEAD, LEADER),
                TODAY);
    }

    private static PlanContent content(List<TaskItem> tasks, List<ReportObligationItem> obligations) {
        return new PlanContent("Kế hoạch", null, "KH-UBND", ISSUED, ISSUED, END, tasks, List.of(), obligations);
    }

    private static PlanAmended amended(List<TaskItem> tasks, List<ReportObligationItem> obligations) {
        return new PlanAmended(
                id(9),
                COMMUNE,
                2,
                1,
                "Kế hoạch",
                PlanState.IN_EXECUTION,
                null,
                "KH-UBND",
                ISSUED,
                TODAY,
                ISSUED,
                END,
                LEADER.personId(),
                "Thử",
                new DecidingDocument("QD", null, null, TODAY, null),
                tasks,
                List.of(),
                obligations);
    }

    private static TaskItem task(UUID lead, TaskSchedule schedule) {
        return new TaskItem(ITEM, null, "Tổ chức", AssignMode.ASSIGN, lead, List.of(), List.of(), schedule, null, null);
    }

    private static PublishedTask published(TaskItem item, TaskState state, @Nullable UUID assignee) {
        return new PublishedTask(
                TASK,
                ITEM,
                null,
                null,
                item.number(),
                item.title(),
                item.mode(),
                state,
                item.leadUnitId(),
                item.coordinatingUnitIds(),
                null,
                assignee,
                TaskDeadlines.of(item.schedule(), WEEKDAYS).orElse(null));
    }

    private static ReportObligationItem obligation(UUID unit, String monthDay) {
        return new ReportObligationItem(
                ITEM,
                ReportKind.PERIODIC,
                ReportFrequency.YEARLY,
                List.of(new YearlyDue(monthDay, DeadlineBound.ON_OR_BEFORE, "chậm nhất")),
                unit,
                null,
                List.of("UBND thành phố Thử"),
                null,
                "Báo cáo năm");
    }

    private static PublishedDuty duty(String due, boolean open) {
        var date = day(due);
        return new PublishedDuty(
                id(40),
                ITEM,
                CULTURE,
                null,
                "năm 2026",
                day("2025-12-15"),
                day("2026-12-14"),
                new ReportDeadline(
                        date,
                        DeadlineBound.ON_OR_BEFORE,
                        date,
                        WEEKDAYS.sameOrPrevious(date),
                        WEEKDAYS.sameOrNext(date),
                        "weekdays"),
                !open,
                open);
    }

    private static TaskSchedule by(String to) {
        return new TaskSchedule(
                TaskSchedule.Kind.BY, null, day(to), DeadlineBound.ON_OR_BEFORE, List.of(), "chậm nhất " + to);
    }

    private static TaskSchedule yearly(String monthDay) {
        return new TaskSchedule(
                TaskSchedule.Kind.YEARLY_DAY,
                null,
                null,
                null,
                List.of(new TaskSchedule.YearlyDay(monthDay, "Ngày hội")),
                "hằng năm");
    }

    private static Member member(int number, String name, @Nullable UUID unit, Role role) {
        return new Member(
                id(number + 100),
                COMMUNE,
                id(number),
                name,
                null,
                unit,
                List.of(role),
                null,
                MemberKind.PERSON,
                Set.of());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
