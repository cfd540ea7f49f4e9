package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/**
 * What something was, is and will be: periods that follow each other without sharing a day. A change holds from its first day
 * until the next change that is known already; what was before stays as it was.
 */
record Timeline<S>(List<Entry<S>> entries) {

    /** @param to last day; null while it is open */
    record Entry<S>(LocalDate from, @Nullable LocalDate to, S state) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    Timeline {
        entries = entries.stream().sorted(Comparator.comparing(Entry<S>::from)).toList();
    }

    static <S> Timeline<S> since(LocalDate from, S state) {
        return new Timeline<>(List.of(new Entry<>(from, null, state)));
    }

    LocalDate begin() {
        return entries.getFirst().from();
    }

    /** Last day of all; null while no end is known. */
    @Nullable
    LocalDate end() {
        return entries.getLast().to();
    }

    Optional<S> on(LocalDate day) {
        return period(day).map(Entry::state);
    }

    /** As on the day; before its beginning as at first, after its end as at last. */
    S nearest(LocalDate day) {
        return on(day).orElseGet(() -> day.isBefore(begin())
                ? entries.getFirst().state()
                : entries.getLast().state());
    }

    /** True when a state that matches holds on one of these days. */
    boolean anyWithin(LocalDate first, @Nullable LocalDate last, Predicate<S> matches) {
        return entries.stream()
                .anyMatch(entry -> matches.test(entry.state())
                        && (entry.to() == null || !entry.to().isBefore(first))
                        && (last == null || !entry.from().isAfter(last)));
    }

    /** The period that holds on the day. */
    Optional<Entry<S>> period(LocalDate day) {
        return entries.stream().filter(entry -> entry.holdsOn(day)).findFirst();
    }

    /** @throws Problem.RuleBroken when it does not exist on that day */
    Timeline<S> change(LocalDate from, S state) {
        var changed = new ArrayList<Entry<S>>();
        var found = false;
        for (var entry : entries) {
            if (!entry.holdsOn(from)) {
                changed.add(entry);
                continue;
            }
            found = true;
            if (entry.from().isBefore(from)) {
                changed.add(new Entry<>(entry.from(), from.minusDays(1), entry.state()));
            }
            changed.add(new Entry<>(from, entry.to(), state));
        }
        if (!found) {
            throw new Problem.RuleBroken("directory.not-valid-then", from);
        }
        return new Timeline<>(changed);
    }

    /**
     * Changes what holds on the day and everything that is planned for later; what is before the day stays, and so does a period
     * of which nothing changes: it is not divided.
     */
    Timeline<S> changeFrom(LocalDate day, UnaryOperator<S> change) {
        var changed = new ArrayList<Entry<S>>();
        for (var entry : entries) {
            var isOver = entry.to() != null && entry.to().isBefore(day);
            var state = isOver ? entry.state() : change.apply(entry.state());
            if (state.equals(entry.state())) {
                changed.add(entry);
                continue;
            }
            if (entry.from().isBefore(day)) {
                changed.add(new Entry<>(entry.from(), day.minusDays(1), entry.state()));
            }
            changed.add(new Entry<>(entry.from().isBefore(day) ? day : entry.from(), entry.to(), state));
        }
        return new Timeline<>(changed);
    }

    /**
     * Ends with that day; changes that were planned for later fall away.
     *
     * @throws Problem.RuleBroken when it has not begun by that day, or ends before it anyway
     */
    Timeline<S> endAfter(LocalDate lastDay) {
        if (on(lastDay).isEmpty()) {
            throw new Problem.RuleBroken("directory.not-valid-then", lastDay);
        }
        var kept = new ArrayList<Entry<S>>();
        for (var entry : entries) {
            if (entry.holdsOn(lastDay)) {
                kept.add(new Entry<>(entry.from(), lastDay, entry.state()));
            } else if (entry.from().isBefore(lastDay)) {
                kept.add(entry);
            }
        }
        return new Timeline<>(kept);
    }
}
