package vn.lantoa.plan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;

/**
 * What an item of a plan says, without who is to do it: what a plan of the level above and a plan that was made of it have in
 * common, and in what they can differ. Units are each organization's own.
 *
 * @param title of a task; the name of an indicator; the words of a report obligation
 */
public record ItemContent(
        Kind kind,
        @Nullable String number,
        String title,
        @Nullable String product,
        @Nullable TaskSchedule schedule,
        @Nullable String unit,
        @Nullable String numerator,
        @Nullable String denominator,
        List<PlanTarget> targets,
        @Nullable Frequency frequency,
        List<ReportDue> due) {

    /** What kind of item it is. */
    public enum Kind {
        TASK,
        INDICATOR,
        REPORT_OBLIGATION
    }

    public ItemContent {
        targets = List.copyOf(targets);
        due = List.copyOf(due);
    }

    static ItemContent of(PlanTask it) {
        return new ItemContent(
                Kind.TASK,
                it.number(),
                it.title(),
                it.product(),
                it.schedule(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    static ItemContent of(PlanIndicator it) {
        return new ItemContent(
                Kind.INDICATOR,
                null,
                it.name(),
                null,
                null,
                it.unit(),
                it.numerator(),
                it.denominator(),
                it.targets(),
                null,
                List.of());
    }

    static ItemContent of(PlanReportObligation it) {
        return new ItemContent(
                Kind.REPORT_OBLIGATION,
                null,
                it.words(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                it.frequency(),
                it.due());
    }

    /** The names of the fields in which the two differ, in their order; numbers are each plan's own and are not compared. */
    public List<String> differences(ItemContent other) {
        var fields = new ArrayList<String>();
        add(fields, "title", title, other.title);
        add(fields, "product", product, other.product);
        add(fields, "schedule", schedule, other.schedule);
        add(fields, "unit", unit, other.unit);
        add(fields, "numerator", numerator, other.numerator);
        add(fields, "denominator", denominator, other.denominator);
        add(fields, "targets", targets, other.targets);
        add(fields, "frequency", frequency, other.frequency);
        add(fields, "due", due, other.due);
        return fields;
    }

    private static void add(List<String> fields, String field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            fields.add(field);
        }
    }
}
