package vn.lantoa.plan.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.plan.plan.ScheduleChoice;

/**
 * A task as it is to be.
 *
 * @param coordinatingUnitIds units and groups; groups are written out
 * @param coordinatingAsWritten the words of the document for them; left out for the names of the units
 * @param excerpt the words of the amending document that it comes from
 */
@Schema(name = "AmendedTask")
record TaskWish(
        @Nullable @Size(min = 1, max = 50) String number,
        @NotBlank @Size(max = 1000) String title,
        @NotNull AssignMode mode,
        @NotNull UUID leadUnitId,
        @Nullable @Size(max = 200) List<@NotNull UUID> coordinatingUnitIds,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> coordinatingAsWritten,
        @NotNull @Valid ScheduleChoice schedule,
        @Nullable @Size(min = 1, max = 2000) String product,
        @Nullable @Size(min = 1, max = 1000) String excerpt) {

    static TaskWish of(TaskItem it) {
        return new TaskWish(
                it.number(),
                it.title(),
                it.mode(),
                it.leadUnitId(),
                it.coordinatingUnitIds(),
                it.coordinatingAsWritten(),
                ScheduleChoice.of(it.schedule()),
                it.product(),
                it.excerpt());
    }
}
