package vn.lantoa.plan.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;
import vn.lantoa.plan.plan.DayOfYear;

/**
 * A duty to report as it is to be.
 *
 * @param due the days of each year, for a PERIODIC one; no other has any
 * @param to the receivers in the document's words
 * @param viaUnitId the focal point through which it passes
 */
@Schema(name = "AmendedReportObligation")
record ObligationWish(
        @NotNull ReportKind kind,
        @Nullable ReportFrequency frequency,
        @NotNull @Size(max = 60) List<@NotNull @Valid DueWish> due,
        @NotNull UUID fromUnitId,
        @Nullable UUID receivingOrganizationId,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 300) String> to,
        @Nullable UUID viaUnitId,
        @NotBlank @Size(max = 2000) String words) {

    /** @param words of the document; left out for words made of the day */
    @Schema(name = "AmendedReportDay")
    record DueWish(
            @NotNull @Pattern(regexp = DayOfYear.PATTERN) String monthDay,

            @NotNull DeadlineBound bound,
            @Nullable @Size(max = 500) String words) {

        YearlyDue due() {
            return new YearlyDue(monthDay, bound, words != null ? words : inWords());
        }

        private String inWords() {
            var day = "ngày %s/%s hằng năm".formatted(monthDay.substring(3), monthDay.substring(0, 2));
            return switch (bound) {
                case BEFORE -> "trước " + day;
                case ON_OR_BEFORE -> "chậm nhất " + day;
            };
        }
    }

    static ObligationWish of(ReportObligationItem it) {
        return new ObligationWish(
                it.kind(),
                it.frequency(),
                it.due().stream()
                        .map(due -> new DueWish(due.monthDay(), due.bound(), due.words()))
                        .toList(),
                it.fromUnitId(),
                it.receivingOrganizationId(),
                it.to(),
                it.viaUnitId(),
                it.words());
    }

    List<YearlyDue> days() {
        return due.stream().map(DueWish::due).toList();
    }
}
