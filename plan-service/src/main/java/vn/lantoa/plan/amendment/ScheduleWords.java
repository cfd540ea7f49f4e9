package vn.lantoa.plan.amendment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.plan.plan.ScheduleChoice;

/** Says a schedule in words where nobody did: the words of the old one would be wrong. */
final class ScheduleWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ScheduleWords() {}

    /** The choice with only the dates that its kind has: those of another kind, under a patch, are none of it. */
    static ScheduleChoice only(ScheduleChoice it, boolean fromIsOld) {
        return switch (it.kind()) {
            case BY -> new ScheduleChoice(it.kind(), null, it.to(), it.bound(), null, it.words());
            case QUARTER, MONTH ->
                new ScheduleChoice(it.kind(), fromIsOld ? null : it.from(), it.to(), it.bound(), null, it.words());
            case RANGE -> new ScheduleChoice(it.kind(), it.from(), it.to(), it.bound(), null, it.words());
            case FROM -> new ScheduleChoice(it.kind(), it.from(), null, null, null, it.words());
            case CONTINUOUS, YEARLY_DAY -> new ScheduleChoice(it.kind(), null, null, null, it.yearlyDays(), it.words());
            case RELATIVE_TO_EVENT, PHASES -> new ScheduleChoice(it.kind(), null, null, null, null, it.words());
        };
    }

    /** The schedule with words of its own, where those given are the old ones. */
    static TaskSchedule worded(TaskSchedule it, boolean wordsAreGiven) {
        return wordsAreGiven
                ? it
                : new TaskSchedule(it.kind(), it.from(), it.to(), it.bound(), it.yearlyDays(), words(it));
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
