package vn.lantoa.task.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;

/** A schedule in the columns of its task: the rule as given, never a computed date. */
@Embeddable
class ScheduleColumns {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<TaskSchedule.YearlyDay>> YEARLY_DAYS = new TypeReference<>() {};

    @Enumerated(EnumType.STRING)
    @Column(name = "schedule_kind")
    private TaskSchedule.Kind kind;

    @Column(name = "schedule_from")
    private @Nullable LocalDate from;

    @Column(name = "schedule_to")
    private @Nullable LocalDate to;

    @Enumerated(EnumType.STRING)
    @Column(name = "schedule_bound")
    private @Nullable DeadlineBound bound;

    @Column(name = "schedule_yearly_days")
    private String yearlyDays;

    @Column(name = "schedule_words")
    private String words;

    protected ScheduleColumns() {}

    ScheduleColumns(TaskSchedule schedule) {
        kind = schedule.kind();
        from = schedule.from();
        to = schedule.to();
        bound = schedule.bound();
        yearlyDays = written(schedule.yearlyDays());
        words = schedule.words();
    }

    TaskSchedule schedule() {
        return new TaskSchedule(kind, from, to, bound, read(yearlyDays), words);
    }

    private static String written(List<TaskSchedule.YearlyDay> days) {
        try {
            return JSON.writeValueAsString(days);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write yearly days", e);
        }
    }

    static List<TaskSchedule.YearlyDay> read(String days) {
        try {
            return JSON.readValue(days, YEARLY_DAYS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read yearly days", e);
        }
    }
}
