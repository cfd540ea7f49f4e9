package vn.lantoa.plan.edition;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.MovableClock;

/** The versions of all plans; every access names the organization in whose name it happens. */
@Singleton
public class Editions {

    private static final String COLUMNS =
            "plan_id, version, in_force_from, document, decided_by, decided_at, reason, content, content_hash";

    private final Jdbi db;
    private final IssuedBefore issuedBefore;

    Editions(Jdbi db, IssuedBefore issuedBefore) {
        this.db = db;
        this.issuedBefore = issuedBefore;
    }

    /** Keeps a version in the transaction in which it is told; one that is kept already stays as it is. */
    @Transactional
    public void keep(PlanInForce told, OffsetDateTime at) {
        var content = ContentJson.write(PlanContent.of(told));
        var amendment = told instanceof PlanAmended it ? it : null;
        db.useHandle(handle -> {
            int added = handle.createUpdate("""
                            insert into plan_version (plan_id, version, organization_id, in_force_from, document, decided_by,
                                decided_at, reason, content, content_hash)
                            values (:plan, :version, :organization, :from, cast(:document as jsonb), :by, :at, :reason,
                                cast(:content as jsonb), :hash)
                            on conflict do nothing""")
                    .bind("plan", told.planId())
                    .bind("version", told.version())
                    .bind("organization", told.organizationId())
                    .bind("from", told.inForceFrom())
                    .bind("document", amendment == null ? null : ContentJson.write(amendment.document()))
                    .bind("by", told.decidedBy())
                    .bind("at", at)
                    .bind("reason", amendment == null ? null : amendment.reason())
                    .bind("content", content)
                    .bind("hash", ContentJson.hash(content))
                    .execute();
            if (added == 1) {
                keepValidity(handle, told);
            }
        });
    }

    private static void keepValidity(Handle handle, PlanInForce told) {
        handle.createUpdate("""
                        update plan_item_validity set until_version = :version, until_on = :from
                        where plan_id = :plan and until_version is null and not (item_id = any (:items))""")
                .bind("version", told.version())
                .bind("from", told.inForceFrom())
                .bind("plan", told.planId())
                .bind("items", PlanContent.of(told).itemIds().toArray(UUID[]::new))
                .execute();
        var batch = handle.prepareBatch("""
                insert into plan_item_validity (plan_id, item_id, kind, from_version, from_on)
                values (:plan, :item, :kind, :version, :from)
                on conflict do nothing""");
        told.tasks().forEach(it -> add(batch, told, it.itemId(), "TASK"));
        told.indicators().forEach(it -> add(batch, told, it.indicatorId(), "INDICATOR"));
        told.reportObligations().forEach(it -> add(batch, told, it.obligationId(), "REPORT_OBLIGATION"));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void add(PreparedBatch batch, PlanInForce told, UUID itemId, String kind) {
        batch.bind("plan", told.planId())
                .bind("item", itemId)
                .bind("kind", kind)
                .bind("version", told.version())
                .bind("from", told.inForceFrom())
                .add();
    }

    /** @throws Problem.NotFound when the plan has no such version, or belongs to another organization */
    public Edition get(UUID organizationId, UUID planId, int version) {
        return find(organizationId, planId, version).orElseThrow(() -> new Problem.NotFound("plan.version-not-found"));
    }

    private Optional<Edition> find(UUID organizationId, UUID planId, int version) {
        keepFirst(organizationId, planId);
        return db.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from plan_version
                        where plan_id = :plan and organization_id = :organization and version = :version""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .bind("version", version)
                .map((row, _) -> edition(row))
                .findOne());
    }

    /** Newest first, those below a version when one is given. */
    @Transactional
    List<Edition> list(UUID organizationId, UUID planId, @Nullable Integer below, int limit) {
        keepFirst(organizationId, planId);
        return db.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from plan_version
                        where plan_id = :plan and organization_id = :organization
                          and (cast(:below as int) is null or version < :below)
                        order by version desc
                        limit :limit""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, _) -> edition(row))
                .list());
    }

    /** From when to when the items of a plan hold that stood in a version. */
    List<ItemValidity> validities(UUID organizationId, UUID planId, int version) {
        return db.withHandle(handle -> handle.createQuery("""
                        select item_id, from_version, from_on, until_version, until_on
                        from plan_item_validity join plan on plan.id = plan_id
                        where plan_id = :plan and plan.organization_id = :organization and from_version <= :version
                          and (until_version is null or until_version > :version)""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .bind("version", version)
                .map((row, _) -> new ItemValidity(
                        row.getObject("item_id", UUID.class),
                        row.getInt("from_version"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_version", Integer.class),
                        row.getObject("until_on", LocalDate.class)))
                .list());
    }

    /** @throws Problem.NotFound when there is no such plan in this organization */
    void requirePlan(UUID organizationId, UUID planId) {
        boolean known = db.withHandle(handle -> handle.createQuery(
                        "select exists (select from plan where id = :plan and organization_id = :organization)")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .mapTo(Boolean.class)
                .one());
        if (!known) {
            throw new Problem.NotFound("plan.not-found");
        }
    }

    /** A plan that was issued before versions were kept gets its first one when somebody asks for it. */
    private void keepFirst(UUID organizationId, UUID planId) {
        boolean kept = db.withHandle(
                handle -> handle.createQuery("select exists (select from plan_version where plan_id = :plan)")
                        .bind("plan", planId)
                        .mapTo(Boolean.class)
                        .one());
        if (!kept) {
            issuedBefore.find(organizationId, planId).ifPresent(first -> keep(first.told(), first.at()));
        }
    }

    private static Edition edition(ResultSet row) throws SQLException {
        var document = row.getString("document");
        return new Edition(
                row.getObject("plan_id", UUID.class),
                row.getInt("version"),
                row.getObject("in_force_from", LocalDate.class),
                document == null ? null : ContentJson.read(document, DecidingDocument.class),
                row.getObject("decided_by", UUID.class),
                row.getObject("decided_at", OffsetDateTime.class)
                        .atZoneSameInstant(MovableClock.VIETNAM)
                        .toOffsetDateTime(),
                row.getString("reason"),
                ContentJson.read(row.getString("content"), PlanContent.class),
                row.getString("content_hash"));
    }
}
