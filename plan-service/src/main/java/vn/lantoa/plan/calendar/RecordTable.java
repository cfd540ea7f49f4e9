package vn.lantoa.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.runtime.Ids;

/** Records a new state of a year's table, which every service computes by from then on. */
@ApplicationScoped
class RecordTable {

    /**
     * @param ownerId whose table: the acting organization's, or that of the whole country
     * @param by who records it
     * @param onBehalfOf in whose place; null when in their own right
     * @param daysAsSent the days in the order of the sender
     * @param ifMatch the state that the change was made for
     * @param previewToken of the preview that is to be carried out exactly; null to record whatever follows from it
     */
    record Command(
            UUID acting,
            UUID ownerId,
            UUID by,
            @Nullable UUID onBehalfOf,
            NewTable table,
            List<TableDay> daysAsSent,
            @Nullable String ifMatch,
            @Nullable String previewToken) {

        boolean isOfCountry() {
            return ownerId.equals(CalendarRecorded.WHOLE_COUNTRY);
        }
    }

    private final TableVersions versions;
    private final HoldingTables tables;
    private final TableNames names;
    private final CalendarKeeper keeper;
    private final CalendarViews views;
    private final PreviewTable preview;
    private final DirectoryCopy directory;
    private final Outbox outbox;
    private final Clock clock;

    RecordTable(
            TableVersions versions,
            HoldingTables tables,
            TableNames names,
            CalendarKeeper keeper,
            CalendarViews views,
            PreviewTable preview,
            DirectoryCopy directory,
            Outbox outbox,
            Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.names = names;
        this.keeper = keeper;
        this.views = views;
        this.preview = preview;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @throws Problem.NotAllowed when it is the whole country's table and the acting organization does not keep it
     * @throws Problem.Invalid when the days cannot be as they are
     * @throws Problem.Stale when the table changed meanwhile, or the preview would say something else now
     */
    @Transactional
    @Audited(subject = "calendar", id = "ownerId", organization = "acting")
    void handle(Command command) {
        var table = command.table();
        if (command.isOfCountry() && !keeper.is(command.acting())) {
            throw new Problem.NotAllowed("calendar.not-keeper");
        }
        table.requirePossible(command.daysAsSent());
        versions.lock(table.year());
        views.tag(command.acting(), command.ownerId(), table.year()).requireNamedBy(command.ifMatch());
        if (command.previewToken() != null
                && !preview.preview(new PreviewTable.Command(command.acting(), command.ownerId(), table))
                        .token()
                        .equals(command.previewToken())) {
            throw new Problem.Stale("calendar.preview-stale");
        }
        var newest = versions.newest(command.ownerId(), table.year());
        int number = newest.map(TableVersion::number).orElse(0) + 1;
        var version = new TableVersion(
                Ids.next(),
                command.ownerId(),
                table.year(),
                number,
                names.version(command.ownerId(), table.year(), number, table.tentative()),
                TableVersion.State.RECORDED,
                table.tentative(),
                OffsetDateTime.now(clock),
                command.by(),
                command.onBehalfOf(),
                table.reason(),
                table.decision(),
                command.isOfCountry() ? null : tables.versionAbove(command.ownerId(), table.year()),
                table.days());
        versions.add(version);
        var told = version.told();
        directory.apply(told);
        outbox.publish(told);
    }
}
