package vn.lantoa.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.effects.ItemField;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.Role;
import vn.lantoa.events.TaskAmended.FieldChange;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.task.work.TaskOrder.UnitPart;
import vn.lantoa.workingdays.WorkingCalendar;

class AmendedTaskTest {

    private static final UUID COMMUNE = UUID.randomUUID();
    private static final UUID LEAD = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final UUID DECIDER = UUID.randomUUID();
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 15);
    private static final WorkingCalendar CALENDAR = new WorkingCalendar("2026-1", List.of());
    private static final Actor HEAD =
            new Actor(UUID.randomUUID(), COMMUNE, Set.of(Role.UNIT_HEAD), Set.of(LEAD), Set.of(), Set.of(LEAD));

    @Test
    void everyChangeIsToldInTheOrderOfTheEventAsPeopleReadIt() {
        var task = new Task(order());

        var amended = task.amend(
                amendment(
                        EnumSet.of(
                                ItemField.EXCERPT,
                                ItemField.TITLE,
                                ItemField.SCHEDULE,
                                ItemField.NUMBER,
                                ItemField.PLAN_END,
                                ItemField.PRODUCT),
                        item(AssignMode.ASSIGN, LEAD, by(LocalDate.of(2027, 4, 15))),
                        END.plusYears(1)),
                unchanged());

        assertThat(amended.changes())
                .containsExactly(
                        new FieldChange("number", "1", null),
                        new FieldChange("title", "Phát thanh", "Phát thanh chuyên đề"),
                        new FieldChange("schedule", "Đến ngày 2026-12-15", "Đến ngày 2027-04-15"),
                        new FieldChange("deadline", "15/12/2026", "15/04/2027"),
                        new FieldChange("product", null, "Băng ghi âm"),
                        new FieldChange("excerpt", "Nguyên văn", "Nguyên văn mới"),
                        new FieldChange("planEndsOn", "31/12/2026", "31/12/2027"));
        assertThat(amended.previousDeadline().date()).isEqualTo(DUE);
        assertThat(amended.deadline().date()).isEqualTo("2027-04-15");
        assertThat(amended.planVersion()).isEqualTo(2);
        assertThat(amended.amendedBy()).isEqualTo(DECIDER);
        assertThat(amended.previousState()).isEqualTo(amended.state()).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void whatTheVersionDoesNotNameStays() {
        var task = new Task(order());

        var amended = task.amend(
                amendment(EnumSet.of(ItemField.TITLE), item(AssignMode.REQUEST, OTHER, by(DUE.plusDays(1))), END),
                unchanged());

        assertThat(amended.leadUnitId()).isEqualTo(LEAD);
        assertThat(amended.mode()).isEqualTo(AssignMode.ASSIGN);
        assertThat(amended.deadline().date()).isEqualTo(DUE);
        assertThat(amended.changes()).extracting(FieldChange::field).containsExactly("title");
    }

    @ParameterizedTest
    @CsvSource({"LEAD, ASSIGN, ASSIGNED", "MODE, REQUEST, REQUESTED"})
    void anotherLeadOrModeBeginsAnewWithWhatWasProved(ItemField field, AssignMode mode, TaskState state) {
        var task = new Task(order());
        task.accept(HEAD);
        task.delegate(HEAD, UUID.randomUUID(), true);
        task.update(HEAD, UUID.randomUUID(), "Đang làm");
        task.attachEvidence(
                HEAD,
                new Proof(UUID.randomUUID(), EvidenceChannel.VISUAL, "0".repeat(64), "anh.jpg", 10),
                CoordinatingParties.NONE);
        task.submitResult(HEAD, "Xong", DUE);

        var amended = task.amend(amendment(EnumSet.of(field), item(mode, OTHER, by(DUE)), END), unchanged());

        assertThat(amended.previousState()).isEqualTo(TaskState.RESULT_SUBMITTED);
        assertThat(amended.state()).isEqualTo(task.state()).isEqualTo(state);
        assertThat(task.rights().assigneeId()).isNull();
        assertThat(task.rights().submittedBy()).isNull();
    }

    @Test
    void occurrenceKeepsItsDayAndTakesTheNewWords() {
        var day = LocalDate.of(2027, 5, 18);
        var due = TaskDeadlines.of(day, DeadlineBound.ON_OR_BEFORE, CALENDAR);
        var task = new Task(
                new Task(order()).occurrence(UUID.randomUUID(), due, "Ngày Khoa học", List.of(), Instant.EPOCH));

        var amended = task.amend(
                amendment(EnumSet.of(ItemField.SCHEDULE), item(AssignMode.ASSIGN, LEAD, by(DUE.plusDays(9))), END),
                unchanged());

        assertThat(amended.schedule().to()).isEqualTo(day);
        assertThat(amended.schedule().words()).isEqualTo("Đến ngày 2026-12-24");
        assertThat(amended.deadline()).isEqualTo(due);
    }

    @Test
    void partThatIsDoneIsKeptWhoeverCoordinatesFromNowOn() {
        var done = duty(OTHER, DUE);
        var open = duty(THIRD, null);
        var fourth = new UUID(0, 4);
        var to = amendment(
                EnumSet.of(ItemField.COORDINATING),
                item(AssignMode.ASSIGN, LEAD, by(DUE)),
                END,
                new UnitPart(fourth, null),
                new UnitPart(LEAD, null));

        var change = CoordinatingChange.of(List.of(done, open), to, LEAD);

        assertThat(change.kept()).containsExactly(done);
        assertThat(change.left()).containsExactly(open);
        assertThat(change.units())
                .as("the lead does not coordinate with itself")
                .containsExactly(OTHER, fourth);
        assertThat(new Task(order()).amend(to, change).changes())
                .contains(new FieldChange("coordinatingUnitIds", OTHER + ", " + THIRD, OTHER + ", " + fourth));
    }

    @Test
    void coordinatingUnitThatBecomesTheLeadLeavesItsPart() {
        var done = duty(OTHER, DUE);
        var to = amendment(
                EnumSet.of(ItemField.LEAD),
                item(AssignMode.ASSIGN, OTHER, by(DUE)),
                END,
                new UnitPart(OTHER, null),
                new UnitPart(THIRD, null));

        var change = CoordinatingChange.of(List.of(done), to, LEAD);

        assertThat(change.units()).containsExactly(THIRD);
        assertThat(change.doneThatLeft()).isEqualTo(1);
    }

    @Test
    void nothingMoreIsDoneWithACancelledTask() {
        var task = new Task(order());
        task.accept(HEAD);

        var cancelled = task.cancel(new TaskCancellation(task.id(), 2, "Bãi bỏ", null, null, DECIDER));

        assertThat(cancelled.previousState()).isEqualTo(TaskState.ACCEPTED);
        assertThat(cancelled.state()).isEqualTo(task.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(cancelled.planVersion()).isEqualTo(2);
        assertThat(task.isOpen()).isFalse();
        assertThatThrownBy(() -> task.update(HEAD, UUID.randomUUID(), "Vẫn làm"))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.code()).isEqualTo("task.not-in-this-state"));
        assertThatThrownBy(task::coordinatingUnitDone).isInstanceOf(Problem.RuleBroken.class);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-02, 02/3/2027", "2027-02-10, 10/02/2027", "2026-12-31, 31/12/2026"})
    void datesReadAsInDocuments(LocalDate day, String written) {
        assertThat(Dates.inDocument(day)).isEqualTo(written);
    }

    private static CoordinatingChange unchanged() {
        return new CoordinatingChange(List.of(), List.of(), List.of());
    }

    private static CoordinatingDuty duty(UUID unit, @Nullable LocalDate doneOn) {
        return new CoordinatingDuty(
                UUID.randomUUID(), unit, null, doneOn, doneOn == null ? null : UUID.randomUUID(), null);
    }

    private static TaskAmendment amendment(
            Set<ItemField> fields, TaskItem item, LocalDate ends, UnitPart... coordinating) {
        return new TaskAmendment(
                UUID.randomUUID(),
                2,
                ends,
                fields,
                item,
                item.title(),
                new UnitPart(item.leadUnitId(), null),
                List.of(coordinating),
                TaskDeadlines.of(item.schedule(), CALENDAR).orElse(null),
                DECIDER,
                Instant.EPOCH);
    }

    private static TaskItem item(AssignMode mode, UUID lead, TaskSchedule schedule) {
        return new TaskItem(
                UUID.randomUUID(),
                null,
                "Phát thanh chuyên đề",
                mode,
                lead,
                List.of(),
                List.of(),
                schedule,
                "Băng ghi âm",
                "Nguyên văn mới");
    }

    private static TaskSchedule by(LocalDate day) {
        return new TaskSchedule(
                TaskSchedule.Kind.BY, null, day, DeadlineBound.ON_OR_BEFORE, List.of(), "Đến ngày " + day);
    }

    private static TaskOrder order() {
        return new TaskOrder(
                UUID.randomUUID(),
                COMMUNE,
                new TaskOrder.Origin(UUID.randomUUID(), UUID.randomUUID(), 1, null, null, END, "Nguyên văn", null),
                "1",
                "Phát thanh",
                AssignMode.ASSIGN,
                new UnitPart(LEAD, null),
                List.of(),
                List.of(),
                by(DUE),
                TaskDeadlines.of(by(DUE), CALENDAR).orElseThrow(),
                null,
                UUID.randomUUID(),
                Instant.EPOCH);
    }
}
