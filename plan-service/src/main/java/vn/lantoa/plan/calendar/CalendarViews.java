package vn.lantoa.plan.calendar;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.calendar.TableViews.DayView;
import vn.lantoa.plan.calendar.TableViews.DecisionView;
import vn.lantoa.plan.calendar.TableViews.OwnerView;
import vn.lantoa.workingdays.CalendarDay;

/** The days of a year as they hold for the acting organization. */
@Singleton
class CalendarViews implements CurrentState {

    static final String RECORD = "record";
    static final String WITHDRAW = "withdraw";

    /**
     * @param version state of all tables that hold for the organization; computed dates carry it
     * @param tentative true while the year's decision is not out
     * @param table the one that holds
     * @param differences from the table that would hold without it
     * @param allowedActions what the caller could do to the organization's own table now
     */
    @Schema(name = "Calendar")
    record CalendarView(
            int year,
            String version,
            boolean tentative,
            List<DayView> days,
            TableView table,
            List<DifferenceView> differences,
            List<String> allowedActions) {}

    /**
     * @param version names its state
     * @param recordedAt null when nobody wrote down when
     * @param decision null when each day names its own
     * @param aboveChanged true when the table above, which this one replaces, got a new state since: somebody should look at both
     */
    @Schema(name = "CalendarTable")
    record TableView(
            OwnerView from,
            String version,
            @Nullable OffsetDateTime recordedAt,
            @Nullable String reason,
            @Nullable DecisionView decision,
            boolean aboveChanged) {}

    /** How a day is here, and how the table above has it; null where it is like any other of its weekday. */
    @Schema(name = "CalendarDifference")
    record DifferenceView(LocalDate date, CalendarDay.@Nullable Kind here, CalendarDay.@Nullable Kind above) {}

    private final HoldingTables tables;
    private final TableVersions versions;
    private final TableViews views;
    private final Calendars calendars;
    private final CalendarKeeper keeper;
    private final Caller caller;

    CalendarViews(
            HoldingTables tables,
            TableVersions versions,
            TableViews views,
            Calendars calendars,
            CalendarKeeper keeper,
            Caller caller) {
        this.tables = tables;
        this.versions = versions;
        this.views = views;
        this.calendars = calendars;
        this.keeper = keeper;
        this.caller = caller;
    }

    @Override
    public Current current(String id) {
        return shown(caller.memberships().getFirst().organizationId(), Integer.parseInt(id));
    }

    /** @throws Problem.NotFound when no table of the year is known */
    Current shown(UUID acting, int year) {
        var held = tables.of(acting, year);
        var actions = !mayChange()
                ? List.<String>of()
                : !held.isEmpty() && held.getFirst().ownerId().equals(acting)
                        ? List.of(RECORD, WITHDRAW)
                        : List.of(RECORD);
        return shown(acting, year, held, calendars.of(acting).version(), actions);
    }

    /** @throws Problem.NotFound when the whole country has no table of the year */
    Current shownOfCountry(UUID acting, int year) {
        var country = tables.of(List.of(CalendarRecorded.WHOLE_COUNTRY), year);
        return shown(
                acting,
                year,
                country,
                country.isEmpty() ? "" : country.getFirst().version(),
                mayChange() && keeper.is(acting) ? List.of(RECORD) : List.of());
    }

    /** What a change of the table is made for; the same tag as of what is shown, or that of nothing yet. */
    EntityTag tag(UUID acting, UUID ownerId, int year) {
        try {
            return (ownerId.equals(CalendarRecorded.WHOLE_COUNTRY) ? shownOfCountry(acting, year) : shown(acting, year))
                    .tag();
        } catch (Problem.NotFound noTableYet) {
            return EntityTag.ofParts(year, ownerId);
        }
    }

    private Current shown(
            UUID acting, int year, List<HoldingTables.Table> held, String version, List<String> allowedActions) {
        if (held.isEmpty()) {
            throw new Problem.NotFound("calendar.not-found", String.valueOf(year));
        }
        var table = held.getFirst();
        var state = versions.newest(table.ownerId(), year)
                .filter(it -> it.version().equals(table.version()))
                .orElse(null);
        var above = held.size() > 1 ? held.get(1) : null;
        var view = new CalendarView(
                year,
                version,
                state != null && state.tentative(),
                days(acting, held, state),
                new TableView(
                        views.owner(table.ownerId(), acting),
                        table.version(),
                        state == null ? null : state.recordedAt(),
                        state == null ? null : state.reason(),
                        DecisionView.of(state == null ? null : state.decision()),
                        state != null
                                && !state.isOfCountry()
                                && !Objects.equals(state.aboveVersion(), above == null ? null : above.version())),
                above == null ? List.of() : differences(table, above),
                allowedActions);
        return new Current(view, EntityTag.ofParts(year, acting, view));
    }

    private List<DayView> days(UUID acting, List<HoldingTables.Table> held, @Nullable TableVersion state) {
        var owners = new HashMap<UUID, OwnerView>();
        return held.getFirst().days().stream()
                .map(day -> new DayView(
                        day.date(),
                        day.kind(),
                        day.name(),
                        day.decision(),
                        swappedWith(state, day.date()),
                        owners.computeIfAbsent(highest(held, day), id -> views.owner(id, acting))))
                .toList();
    }

    private static @Nullable LocalDate swappedWith(@Nullable TableVersion state, LocalDate date) {
        return state == null
                ? null
                : state.days().stream()
                        .filter(it -> it.date().equals(date))
                        .findFirst()
                        .map(TableDay::swappedWith)
                        .orElse(null);
    }

    private static UUID highest(List<HoldingTables.Table> held, CalendarDay day) {
        var owner = held.getFirst().ownerId();
        for (var table : held.subList(1, held.size())) {
            if (table.day(day.date()).filter(it -> it.kind() == day.kind()).isEmpty()) {
                break;
            }
            owner = table.ownerId();
        }
        return owner;
    }

    private static List<DifferenceView> differences(HoldingTables.Table table, HoldingTables.Table above) {
        var dates = new TreeSet<LocalDate>();
        Stream.of(table, above).forEach(it -> it.days().forEach(day -> dates.add(day.date())));
        return dates.stream()
                .map(date -> new DifferenceView(date, kind(table, date), kind(above, date)))
                .filter(it -> it.here() != it.above())
                .toList();
    }

    private static CalendarDay.@Nullable Kind kind(HoldingTables.Table table, LocalDate date) {
        return table.day(date).map(CalendarDay::kind).orElse(null);
    }

    private boolean mayChange() {
        return !caller.isMachine() && caller.roles().stream().anyMatch(it -> it == Role.ADMIN || it == Role.LEADER);
    }
}
