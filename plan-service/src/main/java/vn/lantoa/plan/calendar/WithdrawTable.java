package vn.lantoa.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.runtime.Ids;

/** Takes an organization's own table of a year back: from then on those above it decide its days again. */
@ApplicationScoped
class WithdrawTable {

    /**
     * @param ifMatch the state that the change was made for
     * @param decision the document that takes it back, where there is one
     */
    record Command(
            UUID acting,
            int year,
            UUID by,
            @Nullable UUID onBehalfOf,
            @Nullable String ifMatch,
            String reason,
            @Nullable TableDecision decision) {}

    private final TableVersions versions;
    private final HoldingTables tables;
    private final TableNames names;
    private final CalendarViews views;
    private final DirectoryCopy directory;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawTable(
            TableVersions versions,
            HoldingTables tables,
            TableNames names,
            CalendarViews views,
            DirectoryCopy directory,
            Outbox outbox,
            Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.names = names;
        this.views = views;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @throws Problem.Invalid when the decision is of no possible day
     * @throws Problem.RuleBroken when the organization has no table of its own in this year
     * @throws Problem.Stale when the table changed meanwhile
     */
    @Transactional
    @Audited(subject = "calendar", id = "acting", organization = "acting")
    void handle(Command command) {
        var decision = command.decision();
        if (decision != null && !decision.isPossible()) {
            throw new Problem.Invalid("calendar.decision-day-impossible");
        }
        versions.lock(command.year());
        views.tag(command.acting(), command.acting(), command.year()).requireNamedBy(command.ifMatch());
        var own = versions.newest(command.acting(), command.year())
                .filter(it -> it.state() == TableVersion.State.RECORDED)
                .orElseThrow(() -> new Problem.RuleBroken("calendar.no-own-table", String.valueOf(command.year())));
        var withdrawn = new TableVersion(
                Ids.next(),
                command.acting(),
                command.year(),
                own.number() + 1,
                names.version(command.acting(), command.year(), own.number() + 1, false),
                TableVersion.State.WITHDRAWN,
                false,
                OffsetDateTime.now(clock),
                command.by(),
                command.onBehalfOf(),
                command.reason(),
                decision,
                tables.versionAbove(command.acting(), command.year()),
                List.of());
        versions.add(withdrawn);
        var told = withdrawn.told();
        directory.apply(told);
        outbox.publish(told);
    }
}
