package vn.lantoa.plan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskSchedule.Kind;
import vn.lantoa.kit.http.Problem;

/**
 * When a person wants a task to be done.
 *
 * @param from first day, for FROM and RANGE
 * @param to the day named, for BY, RANGE, QUARTER and MONTH
 * @param bound whether {@code to} itself is in time; it is, unless said otherwise
 * @param yearlyDays for YEARLY_DAY, and for a CONTINUOUS task that also names some
 */
@Schema(name = "ScheduleChoice")
public record ScheduleChoice(
        @NotNull Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable DeadlineBound bound,
        @Nullable @Size(max = 50) List<@NotNull @Valid YearlyDay> yearlyDays,
        @Nullable @Size(max = 500) String words) {

    /** @param monthDay {@code MM-DD} */
    @Schema(name = "YearlyDay")
    public record YearlyDay(
            @NotNull @Pattern(regexp = DayOfYear.PATTERN) String monthDay,

            @NotBlank @Size(max = 200) String name) {}

    static final ScheduleChoice CONTINUOUS =
            new ScheduleChoice(Kind.CONTINUOUS, null, null, null, null, "Thường xuyên");

    public static ScheduleChoice of(TaskSchedule schedule) {
        return new ScheduleChoice(
                schedule.kind(),
                schedule.from(),
                schedule.to(),
                schedule.bound(),
                schedule.yearlyDays().stream()
                        .map(day -> new YearlyDay(day.monthDay(), day.name()))
                        .toList(),
                schedule.words());
    }

    /** @throws Problem.Invalid when a date that its kind needs is missing, or the dates run backwards */
    public TaskSchedule asSchedule() {
        requireDates();
        var days = yearlyDays == null ? List.<YearlyDay>of() : yearlyDays;
        return new TaskSchedule(
                kind,
                from,
                to,
                to == null ? null : bound == null ? DeadlineBound.ON_OR_BEFORE : bound,
                days.stream()
                        .map(day -> new TaskSchedule.YearlyDay(day.monthDay(), day.name()))
                        .toList(),
                words == null ? "" : words);
    }

    private void requireDates() {
        boolean complete =
                switch (kind) {
                    case CONTINUOUS, RELATIVE_TO_EVENT, PHASES -> true;
                    case FROM -> from != null;
                    case BY, QUARTER, MONTH -> to != null;
                    case RANGE -> from != null && to != null;
                    case YEARLY_DAY -> yearlyDays != null && !yearlyDays.isEmpty();
                };
        if (!complete) {
            throw new Problem.Invalid("plan.schedule-incomplete", kind);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new Problem.Invalid("plan.schedule-backwards");
        }
    }
}
