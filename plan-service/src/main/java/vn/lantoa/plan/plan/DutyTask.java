package vn.lantoa.plan.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/** How a unit's duty becomes a task of that unit. */
final class DutyTask {

    private static final int LONGEST_TITLE = 300;

    /**
     * What a person chose; what they left out comes from the duty.
     *
     * @param unitId needed when the duty names several units, or none that the directory knows
     * @param schedule the task runs as long as the plan, when neither this nor the duty says otherwise
     */
    record Choice(
            @Nullable String title,
            @Nullable UUID unitId,
            List<UUID> coordinatingUnitIds,
            @Nullable AssignMode mode,
            @Nullable ScheduleChoice schedule) {}

    private DutyTask() {}

    static PlanTask of(PlanUnitDuty owner, PlanDuty duty, Choice choice, IssuingBody body) {
        if (duty.taskId() != null) {
            throw new Problem.RuleBroken("plan.duty-is-task").with("taskId", duty.taskId());
        }
        var lead = lead(owner, choice, body);
        var mode =
                choice.mode() != null ? choice.mode() : body.mayOnlyRequest(lead) ? AssignMode.REQUEST : owner.mode();
        if (mode == AssignMode.ASSIGN && body.mayOnlyRequest(lead)) {
            throw new Problem.RuleBroken("plan.request-required", lead.name());
        }
        var helpers = choice.coordinatingUnitIds().stream()
                .map(body::unit)
                .map(unit -> new NamedUnits(unit.name(), List.of(unit.unitId())))
                .toList();
        return new PlanTask(new PlanTask.Draft(
                Ids.next(),
                null,
                choice.title() != null ? choice.title() : shortened(duty.text()),
                duty.text(),
                owner.words(),
                mode,
                owner.words(),
                lead.unitId(),
                helpers,
                List.of(),
                schedule(duty, choice),
                null,
                null,
                duty.id(),
                duty.source(),
                duty.confidence()));
    }

    private static Unit lead(PlanUnitDuty owner, Choice choice, IssuingBody body) {
        if (choice.unitId() != null) {
            return body.singleUnit(choice.unitId());
        }
        var units = owner.unitIds();
        if (units.size() != 1) {
            throw new Problem.RuleBroken("plan.duty-unit-unclear", owner.words()).with("candidates", units);
        }
        return body.singleUnit(units.getFirst());
    }

    private static TaskSchedule schedule(PlanDuty duty, Choice choice) {
        if (choice.schedule() != null) {
            return choice.schedule().asSchedule();
        }
        return duty.schedule() != null ? duty.schedule() : ScheduleChoice.CONTINUOUS.asSchedule();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TITLE) {
            return text;
        }
        int cut = text.lastIndexOf(' ', LONGEST_TITLE);
        return text.substring(0, cut > 0 ? cut : LONGEST_TITLE) + "…";
    }
}
