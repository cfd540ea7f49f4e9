package vn.lantoa.plan.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded.DayKind;
import vn.lantoa.kit.http.OneLine;

/**
 * A state of a table as somebody sends it.
 *
 * @param days all days of the year that differ from their weekday; what is left out is like any other of its weekday
 * @param tentative true while the decision of the year is not out
 * @param decision the document that decides them
 * @param reason why it is recorded now
 * @param previewToken of the preview, to record exactly what it showed or be refused (412); left out for whatever follows
 */
@Schema(name = "NewCalendarTable")
record TableWish(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Day> days,
        @Nullable Boolean tentative,
        @NotNull @Valid Decision decision,
        @NotNull @OneLine @Size(max = 500) String reason,
        @Nullable @Size(max = 100) String previewToken) {

    /**
     * @param name what the day is, in Vietnamese
     * @param swappedWith the other day of a swap, perhaps in the year before or after; only with SWAP_OFF and MAKEUP_WORK
     * @param decision where another document than that of the table decides this day ("Bộ luật Lao động 2019, Điều 112")
     */
    @Schema(name = "NewCalendarDay")
    record Day(
            @NotNull LocalDate date,
            @NotNull DayKind kind,
            @NotNull @OneLine @Size(max = 200) String name,
            @Nullable LocalDate swappedWith,
            @Nullable @OneLine @Size(max = 300) String decision) {

        TableDay day() {
            return new TableDay(date, kind, name.strip(), swappedWith, decision);
        }
    }

    /** @param number as printed: {@code 8726/TB-BNV} */
    @Schema(name = "NewCalendarDecision")
    record Decision(
            @NotNull @OneLine @Size(max = 100) String number,
            @NotNull LocalDate date,
            @NotNull @OneLine @Size(max = 200) String issuer,
            @NotNull @OneLine @Size(max = 500) String title) {

        TableDecision decision() {
            return new TableDecision(number.strip(), date, issuer.strip(), title.strip());
        }
    }

    List<TableDay> asSent() {
        return days.stream().map(Day::day).toList();
    }

    NewTable table(int year) {
        return new NewTable(
                year, asSent(), Objects.requireNonNullElse(tentative, false), decision.decision(), reason.strip());
    }
}
