package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.plan.plan.PlanTest.BODY;
import static vn.lantoa.plan.plan.PlanTest.BY;
import static vn.lantoa.plan.plan.PlanTest.CULTURE;
import static vn.lantoa.plan.plan.PlanTest.DEPARTMENTS;
import static vn.lantoa.plan.plan.PlanTest.ECONOMY;
import static vn.lantoa.plan.plan.PlanTest.refused;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanReplaced.MovedItem;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.http.Problem;

/** The machine of a plan's life: exactly what its table allows, whatever comes after what. */
class PlanLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final DecidingDocument REPORT = new DecidingDocument("BC", "402", "BC-UBND", TODAY, null);
    private static final Set<PlanState> ENDED = Set.of(PlanState.REPLACED, PlanState.REVOKED, PlanState.CLOSED);
    private static final Set<PlanState> BEFORE_ISSUE = Set.of(
            PlanState.DRAFT, PlanState.CONSULTING, PlanState.SUBMITTED, PlanState.RETURNED, PlanState.APPROVED);

    /** Where each verb leads from each state, written out a second time; what is missing is forbidden. */
    private static final Map<PlanState, Map<PlanAction, PlanState>> TABLE = Map.of(
            PlanState.DRAFT,
            Map.of(
                    PlanAction.EDIT, PlanState.DRAFT,
                    PlanAction.CONSULT, PlanState.CONSULTING,
                    PlanAction.SUBMIT, PlanState.SUBMITTED,
                    PlanAction.REGISTER_ISSUED, PlanState.PROMULGATED),
            PlanState.CONSULTING,
            Map.of(
                    PlanAction.EDIT, PlanState.CONSULTING,
                    PlanAction.GIVE_OPINION, PlanState.CONSULTING,
                    PlanAction.SUBMIT, PlanState.SUBMITTED),
            PlanState.SUBMITTED,
            Map.of(PlanAction.RETURN, PlanState.RETURNED, PlanAction.APPROVE, PlanState.APPROVED),
            PlanState.RETURNED,
            Map.of(PlanAction.EDIT, PlanState.RETURNED, PlanAction.SUBMIT, PlanState.SUBMITTED),
            PlanState.APPROVED,
            Map.of(PlanAction.PROMULGATE, PlanState.PROMULGATED),
            PlanState.PROMULGATED,
            Map.of(
                    PlanAction.START, PlanState.IN_EXECUTION,
                    PlanAction.REPLACE, PlanState.REPLACED,
                    PlanAction.REVOKE, PlanState.REVOKED),
            PlanState.IN_EXECUTION,
            Map.of(
                    PlanAction.INTERIM_REVIEW, PlanState.IN_EXECUTION,
                    PlanAction.REPLACE, PlanState.REPLACED,
                    PlanAction.REVOKE, PlanState.REVOKED,
                    PlanAction.CLOSE, PlanState.CLOSED));

    @Property(tries = 200)
    void whateverIsTriedThePlanStaysWhole(@ForAll @Size(max = 30) List<PlanAction> tried) {
        var plan = draft();

        for (var action : tried) {
            tryIt(plan, action);
        }
    }

    @Test
    void fromEveryStateExactlyTheVerbsOfTheTableArePossible() {
        for (var state : PlanState.values()) {
            for (var action : PlanAction.values()) {
                var plan = in(state);
                assertThat(plan.state()).isEqualTo(state);
                tryIt(plan, action);
            }
        }
    }

    @Test
    void whatHasEndedAllowsNothing() {
        for (var state : ENDED) {
            assertThat(PlanAction.allowedIn(state)).as(state.name()).isEmpty();
        }
    }

    @Test
    void groupIsAskedUnitByUnit() {
        var asked = Consultation.of(
                List.of(DEPARTMENTS.unitId(), CULTURE.unitId()), LocalDate.of(2026, 11, 21), BODY, TODAY);

        assertThat(asked.unitIds()).containsExactly(CULTURE.unitId(), ECONOMY.unitId());
        assertThat(asked.isInTime(TODAY)).isTrue();
        assertThat(asked.isInTime(TODAY.plusDays(1))).isFalse();
        refused(
                "plan.consultation-in-past",
                () -> Consultation.of(List.of(CULTURE.unitId()), TODAY.minusDays(1), BODY, TODAY));
        refused("plan.unit-unknown", () -> Consultation.of(List.of(UUID.randomUUID()), TODAY, BODY, TODAY));
    }

    @Test
    void planThatBeginsByItselfBeganOnItsFirstDay() {
        var late = By.time(BY.at().plusDays(9));
        var byItself = in(PlanState.PROMULGATED).start(Grounds.NONE, late);
        var byCoordinator = in(PlanState.PROMULGATED).start(Grounds.NONE, BY);

        assertThat(byItself.startedBy()).isNull();
        assertThat(byItself.startedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(byCoordinator.startedBy()).isEqualTo(BY.person());
        assertThat(byCoordinator.startedOn()).isEqualTo(TODAY);
    }

    @Test
    void documentWithoutNumberAndDateIsTakenInAsItIs() {
        var plan = draft();

        var told = plan.registerIssued(paper(null, false), BODY, BY);

        assertThat(told.previousState()).isEqualTo(PlanState.DRAFT);
        assertThat(told.documentNumber()).isNull();
        assertThat(told.approvedBy()).isEqualTo(BY.person());
        assertThat(plan.isDated()).isFalse();
        assertThat(plan.signingMode()).isEqualTo("KT");
    }

    @Test
    void planGivesWayToOneInForceAndToNoOther() {
        var plan = in(PlanState.IN_EXECUTION);
        var nothing = new Succession(List.of(), List.of());

        refused("plan.replaced-by-itself", () -> plan.replace(plan, nothing, List.of(), Grounds.NONE, BY));
        for (var state : PlanState.values()) {
            if (state != PlanState.PROMULGATED && state != PlanState.IN_EXECUTION) {
                refused(
                        "plan.replacing-not-in-force",
                        () -> plan.replace(in(state), nothing, List.of(), Grounds.NONE, BY));
            }
        }
        assertThat(plan.state()).isEqualTo(PlanState.IN_EXECUTION);
    }

    @Test
    void whatIsWorkedOnGoesOnOrEndsOneByOne() {
        var plan = in(PlanState.IN_EXECUTION);
        var successor = in(PlanState.PROMULGATED);
        var first = plan.tasks().get(0).id();
        var second = plan.tasks().get(1).id();
        var there = successor.tasks().getFirst().id();
        var open = List.of(new OpenTask(new UUID(7, 1), first), new OpenTask(new UUID(7, 2), second));
        var moved = List.of(new MovedItem(first, there));
        var ended = List.of(new Succession.EndedItem(second, "Không còn phù hợp"));

        refused("plan.open-tasks-undecided", () -> replace(plan, successor, moved, List.of(), open));
        refused("plan.item-unknown", () -> replace(plan, successor, List.of(new MovedItem(there, there)), ended, open));
        refused("plan.item-unknown", () -> replace(plan, successor, List.of(new MovedItem(first, first)), ended, open));
        refused(
                "plan.item-named-twice",
                () -> replace(plan, successor, moved, List.of(new Succession.EndedItem(first, "x")), open));
        var replaced = plan.replace(successor, new Succession(moved, ended), open, Grounds.NONE, BY);

        assertThat(replaced.replacingPlanId()).isEqualTo(successor.id());
        assertThat(replaced.moved()).isEqualTo(moved);
        assertThat(replaced.endedOn()).isEqualTo(TODAY);
        assertThat(plan.replacedBy()).isEqualTo(successor.id());
        refused("plan.replacing-not-in-force", () -> replace(successor, plan, List.of(), List.of(), List.of()));
    }

    @Test
    void noTaskStaysOpenThatTheLeaderDoesNotKnowOf() {
        var plan = in(PlanState.IN_EXECUTION);
        var known = new UUID(7, 1);
        var item = plan.tasks().getFirst().id();
        var open = List.of(new OpenTask(known, item));
        var finishedMeanwhile = new Closing.LeftOpen(new UUID(7, 3), "Chưa xong");

        refused("plan.tasks-open", () -> plan.close(new Closing(REPORT, null, List.of(finishedMeanwhile)), open, BY));
        var closed = plan.close(
                new Closing(REPORT, null, List.of(new Closing.LeftOpen(known, "Chuyển năm sau"), finishedMeanwhile)),
                open,
                BY);

        assertThat(closed.leftOpenTaskIds()).containsExactly(known);
        assertThat(closed.reason()).isEqualTo("Chuyển năm sau");
        assertThat(closed.document()).isEqualTo(REPORT);
        assertThat(closed.endedOn()).as("it holds on its last day").isEqualTo(TODAY.plusDays(1));
    }

    private static void replace(
            Plan plan,
            Plan successor,
            List<MovedItem> moved,
            List<Succession.EndedItem> ended,
            List<OpenTask> open) {
        plan.replace(successor, new Succession(moved, ended), open, Grounds.NONE, BY);
    }

    /** Does what is allowed, sees refused what is not, and looks at the plan afterwards. */
    private static void tryIt(Plan plan, PlanAction action) {
        var before = plan.state();
        int decided = plan.decisions().size();
        var expected = TABLE.getOrDefault(before, Map.of()).get(action);
        if (expected == null) {
            assertThatThrownBy(() -> doIt(plan, action))
                    .as("%s in %s", action, before)
                    .isInstanceOf(Problem.RuleBroken.class);
            assertThat(plan.state()).isEqualTo(before);
            assertThat(plan.decisions()).hasSize(decided);
        } else {
            doIt(plan, action);
            assertThat(plan.state()).as("%s in %s", action, before).isEqualTo(expected);
            // an opinion is about the draft, and changes nothing of it
            assertThat(plan.decisions()).hasSize(action == PlanAction.GIVE_OPINION ? decided : decided + 1);
        }
        assertThat(plan.decisions().getLast().toState()).isEqualTo(plan.state());
        assertThat(plan.promulgatedOn() == null).isEqualTo(BEFORE_ISSUE.contains(plan.state()));
        assertThat(plan.endedOn() != null).isEqualTo(ENDED.contains(plan.state()));
        assertThat(plan.replacedBy() != null).isEqualTo(plan.state() == PlanState.REPLACED);
    }

    private static void doIt(Plan plan, PlanAction action) {
        switch (action) {
            case EDIT -> {
                var task = plan.tasks().getFirst();
                var choice = new Plan.TaskChoice(
                        task.title(), ECONOMY.unitId(), List.of(), null, task.mode(), ScheduleChoice.CONTINUOUS);
                plan.changeTask(task.id(), choice, BODY, BY);
            }
            case CONSULT ->
                plan.consult(Consultation.of(List.of(CULTURE.unitId()), TODAY, BODY, TODAY), Grounds.NONE, BY);
            case GIVE_OPINION -> plan.require(PlanAction.GIVE_OPINION);
            case SUBMIT -> plan.submit(BODY, Grounds.NONE, BY);
            case RETURN -> plan.returnForCompletion("Bổ sung", BY);
            case APPROVE -> plan.approve(SigningMode.TM, Grounds.NONE, BY);
            case PROMULGATE -> plan.promulgate(registration("7"), BODY, BY);
            case REGISTER_ISSUED -> plan.registerIssued(paper("12", true), BODY, BY);
            case START -> plan.start(Grounds.NONE, BY);
            case REPLACE ->
                replace(plan, in(PlanState.PROMULGATED), List.of(), List.of(), List.of());
            case REVOKE -> plan.revoke("Trùng kế hoạch chung", null, BY);
            case INTERIM_REVIEW -> plan.interimReview(null, new Grounds(null, REPORT), BY);
            case CLOSE -> plan.close(new Closing(REPORT, null, List.of()), List.of(), BY);
        }
    }

    private static Plan in(PlanState state) {
        var ways = new EnumMap<PlanState, List<PlanAction>>(PlanState.class);
        ways.put(PlanState.DRAFT, List.of());
        ways.put(PlanState.CONSULTING, List.of(PlanAction.CONSULT));
        ways.put(PlanState.SUBMITTED, List.of(PlanAction.SUBMIT));
        ways.put(PlanState.RETURNED, List.of(PlanAction.SUBMIT, PlanAction.RETURN));
        ways.put(PlanState.APPROVED, List.of(PlanAction.SUBMIT, PlanAction.APPROVE));
        ways.put(PlanState.PROMULGATED, List.of(PlanAction.SUBMIT, PlanAction.APPROVE, PlanAction.PROMULGATE));
        ways.put(PlanState.IN_EXECUTION, List.of(PlanAction.REGISTER_ISSUED, PlanAction.START));
        ways.put(PlanState.REPLACED, List.of(PlanAction.REGISTER_ISSUED, PlanAction.REPLACE));
        ways.put(PlanState.REVOKED, List.of(PlanAction.REGISTER_ISSUED, PlanAction.REVOKE));
        ways.put(PlanState.CLOSED, List.of(PlanAction.REGISTER_ISSUED, PlanAction.START, PlanAction.CLOSE));
        var plan = draft();
        ways.get(state).forEach(action -> doIt(plan, action));
        return plan;
    }

    private static Plan draft() {
        var plan = PlanTest.draft(PlanScenario.document());
        PlanTest.lead(plan, ECONOMY);
        return plan;
    }

    private static IssuedOnPaper paper(@Nullable String number, boolean dated) {
        return new IssuedOnPaper(registration(number), dated, "KT", BY.person());
    }

    private static Registration registration(@Nullable String number) {
        return new Registration(number, number == null, null, LocalDate.of(2026, 11, 20));
    }
}
