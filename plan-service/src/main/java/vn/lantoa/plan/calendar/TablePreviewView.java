package vn.lantoa.plan.calendar;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.workingdays.CalendarDay;

/**
 * What recording a table would change.
 *
 * @param days those that are not what they were
 * @param previewToken to be sent with the same table when it is recorded
 */
@Schema(name = "CalendarPreview")
record TablePreviewView(int year, List<DayView> days, String previewToken) {

    /**
     * @param before null when it was like any other of its weekday
     * @param after null when it will be
     */
    @Schema(name = "CalendarPreviewDay")
    record DayView(
            LocalDate date,
            CalendarDay.@Nullable Kind before,
            CalendarDay.@Nullable Kind after,
            boolean workedBefore,
            boolean workedAfter) {}

    static TablePreviewView of(int year, PreviewTable.Outcome outcome) {
        return new TablePreviewView(
                year,
                outcome.days().stream()
                        .map(it -> new DayView(it.date(), it.before(), it.after(), it.workedBefore(), it.workedAfter()))
                        .toList(),
                outcome.token());
    }
}
