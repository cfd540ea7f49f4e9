package vn.lantoa.plan.distribution;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.kit.runtime.MovableClock;

/** What an organization has sent, and how far it has come. */
@Singleton
public class SentDocuments {

    private record Sent(UUID id, OffsetDateTime at) {}

    private final Jdbi db;

    SentDocuments(Jdbi db) {
        this.db = db;
    }

    void add(UUID documentId, Distribute.Command command, Map<UUID, LocalDate> registerBy) {
        db.useHandle(handle -> {
            handle.createUpdate("""
                            insert into distributed_document (id, organization_id, plan_id, issuer, document_type, number, symbol,
                                issued_on, subject, sent_at)
                            values (:id, :organization, :plan, :issuer, :type, :number, :symbol, :issuedOn, :subject, :at)""")
                    .bind("id", documentId)
                    .bind("organization", command.organizationId())
                    .bind("plan", command.planId())
                    .bind("issuer", command.issuer())
                    .bind("type", command.documentType())
                    .bind("number", command.number())
                    .bind("symbol", command.symbol())
                    .bind("issuedOn", command.issuedOn())
                    .bind("subject", command.subject())
                    .bind("at", command.at())
                    .execute();
            addLines(handle, documentId, command);
            addRecipients(handle, documentId, command, registerBy);
        });
    }

    private static void addLines(Handle handle, UUID documentId, Distribute.Command command) {
        var lines = handle.prepareBatch("""
                insert into distributed_line (document_id, line, organization_id, words, note, archive, chosen, unresolved)
                values (:document, :line, :organization, :words, :note, :archive, :chosen, :unresolved)""");
        for (var line : command.lines()) {
            lines.bind("document", documentId)
                    .bind("line", line.line())
                    .bind("organization", command.organizationId())
                    .bind("words", line.words())
                    .bind("note", line.note())
                    .bind("archive", line.archive())
                    .bind("chosen", line.chosen())
                    .bind("unresolved", line.unresolved().toArray(String[]::new))
                    .add();
        }
        if (!command.lines().isEmpty()) {
            lines.execute();
        }
    }

    /** Whom several lines name gets it once. */
    private static void addRecipients(
            Handle handle, UUID documentId, Distribute.Command command, Map<UUID, LocalDate> registerBy) {
        var recipients = handle.prepareBatch("""
                insert into distributed_recipient (id, document_id, line, position, organization_id, receiving_organization_id,
                    receiving_unit_id, name, sent_at, register_by)
                values (:id, :document, :line, :position, :organization, :to, :unit, :name, :at, :registerBy)
                on conflict (document_id, receiving_organization_id, receiving_unit_id) do nothing""");
        int position = 0;
        for (var line : command.lines()) {
            for (var to : line.recipients()) {
                recipients
                        .bind("id", Ids.next())
                        .bind("document", documentId)
                        .bind("line", line.line())
                        .bind("position", position++)
                        .bind("organization", command.organizationId())
                        .bind("to", to.organizationId())
                        .bind("unit", to.unitId())
                        .bind("name", to.name())
                        .bind("at", command.at())
                        .bind("registerBy", registerBy.get(to.organizationId()))
                        .add();
            }
        }
        if (position > 0) {
            recipients.execute();
        }
    }

    /** To whom a plan was sent; empty while it was not. */
    public Optional<DistributionView> of(UUID organizationId, UUID planId) {
        return db.withHandle(handle -> handle.createQuery("""
                                select id, sent_at from distributed_document
                                where plan_id = :plan and organization_id = :organization order by sent_at desc limit 1""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .map((row, _) -> new Sent(row.getObject("id", UUID.class), instant(row, "sent_at")))
                .findOne()
                .map(sent -> new DistributionView(planId, sent.at(), lines(handle, sent.id()))));
    }

    private static List<DistributionView.LineView> lines(Handle handle, UUID documentId) {
        var recipients = recipients(handle, documentId);
        return handle.createQuery("""
                        select line, words, note, archive, chosen, unresolved from distributed_line
                        where document_id = :document order by line""")
                .bind("document", documentId)
                .map((row, _) -> new DistributionView.LineView(
                        row.getInt("line"),
                        row.getString("words"),
                        row.getString("note"),
                        row.getBoolean("archive"),
                        row.getBoolean("chosen"),
                        List.of((String[]) row.getArray("unresolved").getArray()),
                        recipients.getOrDefault(row.getInt("line"), List.of())))
                .list();
    }

    private static Map<Integer, List<DistributionView.RecipientView>> recipients(Handle handle, UUID documentId) {
        return handle.createQuery("""
                        select id, line, receiving_organization_id, receiving_unit_id, name, register_by,
                            received_at, received_by, opened_at, opened_by,
                            (select display_name from directory_membership member
                             where member.person_id = received_by and member.organization_id = receiving_organization_id
                             order by membership_id limit 1) as received_by_name,
                            (select display_name from directory_membership member
                             where member.person_id = opened_by and member.organization_id = receiving_organization_id
                             order by membership_id limit 1) as opened_by_name
                        from distributed_recipient where document_id = :document order by line, position""")
                .bind("document", documentId)
                .reduceResultSet(new HashMap<>(), (byLine, row, _) -> {
                    byLine.computeIfAbsent(row.getInt("line"), _ -> new ArrayList<>())
                            .add(recipient(row));
                    return byLine;
                });
    }

    private static DistributionView.RecipientView recipient(ResultSet row) throws SQLException {
        var received = step(row, "received");
        var opened = step(row, "opened");
        return new DistributionView.RecipientView(
                row.getObject("id", UUID.class),
                row.getObject("receiving_organization_id", UUID.class),
                row.getObject("receiving_unit_id", UUID.class),
                row.getString("name"),
                ReceiptState.of(received != null, opened != null),
                row.getObject("register_by", LocalDate.class),
                received,
                opened);
    }

    static DistributionView.@Nullable StepView step(ResultSet row, String step) throws SQLException {
        return row.getObject(step + "_at") == null
                ? null
                : new DistributionView.StepView(
                        instant(row, step + "_at"),
                        row.getObject(step + "_by", UUID.class),
                        row.getString(step + "_by_name"));
    }

    static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(MovableClock.VIETNAM)
                .toOffsetDateTime();
    }
}
