package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * On which days a duty is reminded of. A rung says how many working days before (negative) or after (positive) the end: rungs
 * up to zero count from the last safe working day, later ones from the day on which lateness begins to count.
 */
public final class ReminderLadder {

    /** Where an organization chose none: ten, three and one working days before, on the last safe day, one working day after the end. */
    public static final List<Integer> USUAL = List.of(-10, -3, -1, 0, 1);

    private final WorkingCalendar calendar;
    private final List<Integer> rungs;

    public ReminderLadder(WorkingCalendar calendar, List<Integer> rungs) {
        this.calendar = calendar;
        this.rungs = rungs.stream().sorted().toList();
    }

    /** One reminder to come. */
    public record Step(int rung, LocalDate firesOn) {}

    /**
     * What is still to be sent, seen from {@code today}. Rungs whose day has passed are left out, but for the last of them: it
     * goes out on the next working day, so that a duty that arrives late is not silent until its end.
     */
    public List<Step> from(LocalDate lastDay, LocalDate lastSafeDay, LocalDate today) {
        var coming = new ArrayList<Step>();
        Optional<Step> missed = Optional.empty();
        for (int rung : rungs) {
            var day = day(rung, lastDay, lastSafeDay);
            if (day.isBefore(today)) {
                missed = Optional.of(new Step(rung, calendar.sameOrNext(today)));
            } else {
                coming.add(new Step(rung, day));
            }
        }
        missed.filter(step -> coming.isEmpty()
                        || step.firesOn().isBefore(coming.getFirst().firesOn()))
                .ifPresent(coming::addFirst);
        return coming;
    }

    private LocalDate day(int rung, LocalDate lastDay, LocalDate lastSafeDay) {
        return rung <= 0 ? calendar.plus(lastSafeDay, rung) : calendar.plus(calendar.sameOrNext(lastDay), rung);
    }
}
