package vn.lantoa.plan.distribution;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/** What was sent to an organization and its units. */
@Singleton
class ReceivedDocuments {

    /**
     * Who looks.
     *
     * @param units to which they belong; what was sent to others they see only when they see {@code all}
     */
    record Reader(UUID organizationId, Set<UUID> units, boolean all) {}

    /**
     * @param to the organization or unit to which it was sent, by its name then
     * @param unitId null when it was sent to the organization as a whole
     * @param number as printed; null when it was issued without one
     * @param registerBy the last day to register it as incoming: the working day after it was sent
     * @param allowedActions the verb that leads on
     */
    @Schema(name = "ReceivedDocument")
    record Received(
            UUID id,
            ReceiptState state,
            String to,
            @Nullable UUID unitId,
            UUID issuerId,
            String issuer,
            String documentType,
            @Nullable String number,
            @Nullable String symbol,
            LocalDate issuedOn,
            @Nullable String subject,
            OffsetDateTime sentAt,
            LocalDate registerBy,
            DistributionView.@Nullable StepView received,
            DistributionView.@Nullable StepView opened,
            List<String> allowedActions) {}

    private static final String RECEIVED = """
            select recipient.id, recipient.name, receiving_unit_id, document.organization_id as issuer_id, issuer, document_type,
                number, symbol, issued_on, subject, recipient.sent_at, register_by, received_at, received_by, opened_at, opened_by,
                (select display_name from directory_membership member
                 where member.person_id = received_by and member.organization_id = :organization
                 order by membership_id limit 1) as received_by_name,
                (select display_name from directory_membership member
                 where member.person_id = opened_by and member.organization_id = :organization
                 order by membership_id limit 1) as opened_by_name
            from distributed_recipient recipient join distributed_document document on document.id = document_id
            where receiving_organization_id = :organization
                and (receiving_unit_id is null or :all or receiving_unit_id = any (:units))
            """;

    private final Jdbi db;

    ReceivedDocuments(Jdbi db) {
        this.db = db;
    }

    /** Newest first; begins behind the given pair. */
    List<Received> list(
            Reader reader,
            @Nullable ReceiptState state,
            @Nullable OffsetDateTime before,
            @Nullable UUID beforeId,
            int limit) {
        return db.withHandle(handle -> handle.createQuery(RECEIVED + """
                         and (cast(:state as text) is null or :state = case when opened_at is not null then 'OPENED'
                            when received_at is not null then 'RECEIVED' else 'SENT' end)
                        and (cast(:before as timestamptz) is null
                            or (recipient.sent_at, recipient.id) < (cast(:before as timestamptz), cast(:beforeId as uuid)))
                        order by recipient.sent_at desc, recipient.id desc limit :limit""")
                .bind("organization", reader.organizationId())
                .bind("all", reader.all())
                .bind("units", reader.units().toArray(UUID[]::new))
                .bind("state", state == null ? null : state.name())
                .bind("before", before)
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .map((row, _) -> received(row))
                .list());
    }

    /** @throws Problem.NotFound when it was not sent to them */
    Received get(Reader reader, UUID id) {
        return find(reader, id, "");
    }

    /**
     * Whoever comes second waits, and then meets it as the first one left it.
     *
     * @throws Problem.NotFound when it was not sent to them
     */
    Received lock(Reader reader, UUID id) {
        return find(reader, id, " for update of recipient");
    }

    private Received find(Reader reader, UUID id, String lock) {
        Optional<Received> found =
                db.withHandle(handle -> handle.createQuery(RECEIVED + " and recipient.id = :id" + lock)
                        .bind("organization", reader.organizationId())
                        .bind("all", reader.all())
                        .bind("units", reader.units().toArray(UUID[]::new))
                        .bind("id", id)
                        .map((row, _) -> received(row))
                        .findOne());
        return found.orElseThrow(() -> new Problem.NotFound("received-document.not-found"));
    }

    /** The words of the document, as they were read. */
    @Nullable
    String text(UUID id) {
        return db.withHandle(handle -> handle.createQuery("""
                        select content from distributed_recipient recipient
                            join distributed_document document on document.id = document_id
                            join plan_source source on source.plan_id = document.plan_id
                        where recipient.id = :id""")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    void received(UUID id, UUID by, OffsetDateTime at) {
        step("update distributed_recipient set received_at = :at, received_by = :by where id = :id", id, by, at);
    }

    void opened(UUID id, UUID by, OffsetDateTime at) {
        step("update distributed_recipient set opened_at = :at, opened_by = :by where id = :id", id, by, at);
    }

    private void step(String update, UUID id, UUID by, OffsetDateTime at) {
        db.useHandle(handle -> handle.createUpdate(update)
                .bind("id", id)
                .bind("by", by)
                .bind("at", at)
                .execute());
    }

    private static Received received(ResultSet row) throws SQLException {
        var received = SentDocuments.step(row, "received");
        var opened = SentDocuments.step(row, "opened");
        var state = ReceiptState.of(received != null, opened != null);
        return new Received(
                row.getObject("id", UUID.class),
                state,
                row.getString("name"),
                row.getObject("receiving_unit_id", UUID.class),
                row.getObject("issuer_id", UUID.class),
                row.getString("issuer"),
                row.getString("document_type"),
                row.getString("number"),
                row.getString("symbol"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("subject"),
                SentDocuments.instant(row, "sent_at"),
                row.getObject("register_by", LocalDate.class),
                received,
                opened,
                state.verbs());
    }
}
