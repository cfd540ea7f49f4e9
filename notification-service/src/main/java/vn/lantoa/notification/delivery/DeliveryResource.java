package vn.lantoa.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.runtime.MovableClock;

/** What became of each message, channel by channel. */
@Path("/api/v1/deliveries")
@MachineScope(read = Scope.NOTIFICATIONS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries")
class DeliveryResource {

    private static final String LIST = "deliveries";

    /** @param reason why it was skipped, waits or was given up */
    record DeliveryView(
            UUID id,
            UUID noticeId,
            UUID recipientId,
            String kind,
            String subjectType,
            UUID subjectId,
            String channel,
            String state,
            @Nullable String reason,
            int attempts,
            @Nullable OffsetDateTime handedOverAt) {}

    private final Caller caller;
    private final Jdbi db;

    DeliveryResource(Caller caller, Jdbi db) {
        this.caller = caller;
        this.db = db;
    }

    @GET
    @Operation(
            summary =
                    "Deliveries of the acting organization, newest first; of one task, plan or report when subjectId is given")
    public Page<DeliveryView> list(
            @RestQuery @Nullable UUID subjectId,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        if (!caller.isMachine()) { // a machine client has been let in by its scope
            caller.require(Role.LEADER, Role.COORDINATOR, Role.ADMIN);
        }
        var list = Cursor.listOf(LIST, subjectId);
        var after = Cursor.read(list, cursor, 1);
        var rows = db.withHandle(handle -> handle.createQuery("""
                        select d.delivery_id, d.notice_id, n.recipient_id, n.kind, n.subject_type, n.subject_id, d.channel,
                               d.state, d.reason, d.attempts, d.handed_over_at
                        from delivery d join notice n using (notice_id)
                        where n.organization_id = :organization
                          and (cast(:subject as uuid) is null or n.subject_id = :subject)
                          and (cast(:after as uuid) is null or d.delivery_id < cast(:after as uuid))
                        order by d.delivery_id desc
                        limit :limit""")
                .bind("organization", caller.organizationId())
                .bind("subject", subjectId)
                .bind("after", after.isEmpty() ? null : Cursor.id(after.getFirst()))
                .bind("limit", limit + 1)
                .map((row, _) -> new DeliveryView(
                        row.getObject("delivery_id", UUID.class),
                        row.getObject("notice_id", UUID.class),
                        row.getObject("recipient_id", UUID.class),
                        row.getString("kind"),
                        row.getString("subject_type"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("channel"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        local(row.getObject("handed_over_at", OffsetDateTime.class))))
                .list());
        return Page.cut(
                rows,
                limit,
                last -> "/api/v1/deliveries?limit=" + limit + (subjectId == null ? "" : "&subjectId=" + subjectId)
                        + "&cursor=" + Cursor.of(list, last.id()));
    }

    private static @Nullable OffsetDateTime local(@Nullable OffsetDateTime instant) {
        return instant == null
                ? null
                : instant.atZoneSameInstant(MovableClock.VIETNAM).toOffsetDateTime();
    }
}
