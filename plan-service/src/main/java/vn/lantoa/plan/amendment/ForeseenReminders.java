package vn.lantoa.plan.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReminderLadder;
import vn.lantoa.plan.amendment.AmendmentPreview.Item;
import vn.lantoa.plan.amendment.AmendmentPreview.ReminderLine;
import vn.lantoa.plan.amendment.AmendmentPreview.Subject;
import vn.lantoa.workingdays.WorkingCalendar;

/** Which reminders move with what they are about. */
final class ForeseenReminders {

    /** Of what people are reminded. */
    record Thing(
            Subject subject,
            @Nullable UUID id,
            Item item,
            @Nullable LocalDate day) {}

    /** @param alsoLate false for what was asked for, which is never called late */
    record End(LocalDate lastDay, LocalDate lastSafeDay, boolean alsoLate) {}

    private final WorkingCalendar calendar;
    private final List<Integer> rungs;
    private final LocalDate today;
    private final List<ReminderLine> lines = new ArrayList<>();

    ForeseenReminders(WorkingCalendar calendar, List<Integer> rungs, LocalDate today) {
        this.calendar = calendar;
        this.rungs = rungs;
        this.today = today;
    }

    /** @param before null, like {@code after}, when nobody is reminded then */
    void add(Thing thing, @Nullable End before, @Nullable End after) {
        var was = before == null ? Map.<Integer, LocalDate>of() : stillToCome(before);
        var is = after == null ? Map.<Integer, LocalDate>of() : plannedAnew(after);
        var all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        all.stream()
                .filter(rung -> !Objects.equals(was.get(rung), is.get(rung)))
                .forEach(rung -> lines.add(new ReminderLine(
                        thing.subject(), thing.id(), thing.item(), thing.day(), rung, was.get(rung), is.get(rung))));
    }

    List<ReminderLine> lines() {
        return lines;
    }

    /** What was planned long ago: rungs whose day has passed went out. */
    private Map<Integer, LocalDate> stillToCome(End end) {
        return byRung(ladder(end).from(end.lastDay(), end.lastSafeDay(), LocalDate.EPOCH).stream()
                .filter(step -> !step.firesOn().isBefore(today))
                .toList());
    }

    /** What is planned anew: the last rung that was missed is caught up. */
    private Map<Integer, LocalDate> plannedAnew(End end) {
        return byRung(ladder(end).from(end.lastDay(), end.lastSafeDay(), today));
    }

    private ReminderLadder ladder(End end) {
        return new ReminderLadder(
                calendar,
                rungs.stream().filter(rung -> rung <= 0 || end.alsoLate()).toList());
    }

    private static Map<Integer, LocalDate> byRung(List<ReminderLadder.Step> steps) {
        return steps.stream()
                .collect(Collectors.toMap(
                        ReminderLadder.Step::rung,
                        ReminderLadder.Step::firesOn,
                        (one, _) -> one,
                        TreeMap<Integer, LocalDate>::new));
    }
}
