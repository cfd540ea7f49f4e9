package vn.lantoa.plan.amendment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;

/** Says a schedule in words where nobody did: the words of the old one would be wrong. */
final class ScheduleWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ScheduleWords() {}

    /** The schedule with only the dates that its kind has, and with words of its own where those given are the old ones. */
    static TaskSchedule tidy(TaskSchedule wanted, boolean wordsAreGiven) {
        var plain =
                switch (wanted.kind()) {
                    case BY, RANGE, QUARTER, MONTH ->
                        new TaskSchedule(
                                wanted.kind(), wanted.from(), wanted.to(), wanted.bound(), List.of(), wanted.words());
                    case FROM ->
                        new TaskSchedule(wanted.kind(), wanted.from(), null, null, List.of(), wanted.words());
                    case CONTINUOUS, YEARLY_DAY ->
                        new TaskSchedule(wanted.kind(), null, null, null, wanted.yearlyDays(), wanted.words());
                    case RELATIVE_TO_EVENT, PHASES ->
                        new TaskSchedule(wanted.kind(), null, null, null, List.of(), wanted.words());
                };
        return wordsAreGiven
                ? plain
                : new TaskSchedule(
                        plain.kind(), plain.from(), plain.to(), plain.bound(), plain.yearlyDays(), words(plain));
    }

    private static String words(TaskSchedule it) {
        return switch (it.kind()) {
            case CONTINUOUS -> "Thường xuyên";
            case FROM -> "từ ngày " + day(it.from());
            case BY, QUARTER, MONTH ->
                (it.bound() == DeadlineBound.BEFORE ? "trước ngày " : "chậm nhất ngày ") + day(it.to());
            case RANGE -> "từ ngày " + day(it.from()) + " đến " + day(it.to());
            case YEARLY_DAY -> "hằng năm";
            case RELATIVE_TO_EVENT, PHASES -> it.words();
        };
    }

    private static String day(@Nullable LocalDate date) {
        return DAY.format(Objects.requireNonNull(date));
    }
}
