package vn.lantoa.plan.calendar;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.CalendarRecorded.DayKind;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.workingdays.CalendarDay;

/** How tables, their days and their states are shown. */
@Singleton
class TableViews {

    /** Whose table it is, as the acting organization sees it. */
    enum Owner {
        OWN,
        ABOVE,
        COUNTRY
    }

    /** @param organizationId null for the whole country */
    @Schema(name = "CalendarOwner")
    record OwnerView(
            Owner owner,
            @Nullable UUID organizationId,
            @Nullable String name) {}

    /**
     * @param decision the document that decides it, in words
     * @param swappedWith the other day of a swap, where the table names it
     * @param from the highest table in which the day stands as it is here
     */
    @Schema(name = "CalendarDay")
    record DayView(
            LocalDate date,
            CalendarDay.Kind kind,
            String name,
            String decision,
            @Nullable LocalDate swappedWith,
            OwnerView from) {}

    @Schema(name = "CalendarDecision")
    record DecisionView(String number, LocalDate date, String issuer, String title) {

        static @Nullable DecisionView of(@Nullable TableDecision it) {
            return it == null ? null : new DecisionView(it.number(), it.date(), it.issuer(), it.title());
        }
    }

    /** @param swappedWith the other day of a swap */
    @Schema(name = "CalendarTableDay")
    record TableDayView(
            LocalDate date,
            DayKind kind,
            String name,
            @Nullable LocalDate swappedWith,
            @Nullable String decision) {

        static TableDayView of(TableDay it) {
            return new TableDayView(it.date(), it.kind(), it.name(), it.swappedWith(), it.decision());
        }
    }

    /** One side is null where the day is like any other of its weekday. */
    @Schema(name = "CalendarDayChange")
    record DayChangeView(
            LocalDate date,
            @Nullable TableDayView before,
            @Nullable TableDayView after) {}

    /**
     * @param version names this state; computed dates carry the names of all tables they were computed by, joined by {@code +}
     * @param current true while it is the newest state of its table
     * @param recordedBy null when it came with the software
     * @param recordedFor in whose place they acted
     * @param changes against the state before
     */
    @Schema(name = "CalendarVersion")
    record VersionView(
            UUID id,
            OwnerView from,
            int year,
            int number,
            String version,
            TableVersion.State state,
            boolean current,
            boolean tentative,
            OffsetDateTime recordedAt,
            @Nullable UUID recordedBy,
            @Nullable UUID recordedFor,
            @Nullable String reason,
            @Nullable DecisionView decision,
            List<TableDayView> days,
            List<DayChangeView> changes) {}

    private final Directory directory;

    TableViews(Directory directory) {
        this.directory = directory;
    }

    OwnerView owner(UUID ownerId, UUID acting) {
        if (ownerId.equals(CalendarRecorded.WHOLE_COUNTRY)) {
            return new OwnerView(Owner.COUNTRY, null, null);
        }
        return new OwnerView(
                ownerId.equals(acting) ? Owner.OWN : Owner.ABOVE,
                ownerId,
                directory.organization(ownerId).map(Organization::name).orElse(null));
    }

    List<VersionView> versions(List<TableVersions.Step> steps, UUID acting) {
        var owners = new HashMap<UUID, OwnerView>();
        var views = new ArrayList<VersionView>();
        for (var step : steps) {
            var it = step.version();
            views.add(new VersionView(
                    it.id(),
                    owners.computeIfAbsent(it.ownerId(), id -> owner(id, acting)),
                    it.year(),
                    it.number(),
                    it.version(),
                    it.state(),
                    step.current(),
                    it.tentative(),
                    it.recordedAt(),
                    it.recordedBy(),
                    it.recordedFor(),
                    it.reason(),
                    DecisionView.of(it.decision()),
                    it.days().stream().map(TableDayView::of).toList(),
                    changes(step.before() == null ? List.of() : step.before(), it.days())));
        }
        return views;
    }

    /** Day by day, what is not the same on both sides. */
    static List<DayChangeView> changes(List<TableDay> before, List<TableDay> after) {
        var old = byDate(before);
        var now = byDate(after);
        var dates = new TreeSet<>(old.keySet());
        dates.addAll(now.keySet());
        return dates.stream()
                .filter(date -> !sameDay(old.get(date), now.get(date)))
                .map(date -> new DayChangeView(date, shown(old.get(date)), shown(now.get(date))))
                .toList();
    }

    private static boolean sameDay(@Nullable TableDay one, @Nullable TableDay other) {
        return one == null
                ? other == null
                : other != null
                        && one.kind() == other.kind()
                        && one.name().equals(other.name())
                        && Objects.equals(one.swappedWith(), other.swappedWith());
    }

    private static @Nullable TableDayView shown(@Nullable TableDay day) {
        return day == null ? null : TableDayView.of(day);
    }

    private static Map<LocalDate, TableDay> byDate(List<TableDay> days) {
        return days.stream().collect(Collectors.toMap(TableDay::date, Function.identity()));
    }
}
