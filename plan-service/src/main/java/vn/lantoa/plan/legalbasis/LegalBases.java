package vn.lantoa.plan.legalbasis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;

/**
 * The graph of legal bases (căn cứ): a plan stands on the documents that it cites, and on those on which a cited plan of its own
 * organization or of a level above stands.
 */
@Singleton
public class LegalBases {

    /** Deep enough for centre, city, commune and a plan of the commune's own; a circle of citations ends there too. */
    private static final int DEEPEST = 6;

    /** Every plan in reach that stands on the document, with the way. */
    private static final String STANDING_ON = """
            with recursive standing (plan_id, organization_id, own_key, depth, through_plan_id) as (
                select plan_id, organization_id, own_key, 1, cast(null as uuid) from issued_plan
                where based_on @> array[legal_basis_key(:number)]
                union
                select p.plan_id, p.organization_id, p.own_key, standing.depth + 1, standing.plan_id
                from standing
                    join issued_plan p on p.based_on @> array[standing.own_key]
                    join directory_organization o on o.organization_id = p.organization_id
                where standing.own_key is not null and standing.depth < :deepest
                    and standing.organization_id in (o.organization_id, o.parent_id)),
            shortest as (
                select distinct on (plan_id) plan_id, depth, through_plan_id from standing order by plan_id, depth, through_plan_id)
            """;

    private final Jdbi db;

    LegalBases(Jdbi db) {
        this.db = db;
    }

    /**
     * A plan that stands on a document.
     *
     * @param throughPlanId the plan by whose citation it does; null when it cites the document itself
     */
    @Schema(name = "PlanBasedOn")
    public record Standing(
            UUID planId,
            UUID organizationId,
            @Nullable String organization,
            String documentType,
            @Nullable String number,
            @Nullable String symbol,
            LocalDate promulgatedOn,
            PlanState state,
            @Nullable String subject,
            @Nullable UUID throughPlanId) {}

    /** An organization that has issued no plan on the document. */
    @Schema(name = "OrganizationWithoutPlan")
    public record Missing(UUID organizationId, String organization) {}

    /** By organization and plan; one more than {@code limit} at most. */
    List<Standing> plans(String number, @Nullable UUID afterOrganization, @Nullable UUID afterPlan, int limit) {
        return db.withHandle(handle -> handle.createQuery(STANDING_ON + """
                        select p.plan_id, p.organization_id, o.name, p.document_type, p.number, p.symbol, p.promulgated_on,
                            p.state, p.subject, shortest.through_plan_id
                        from shortest join issued_plan p using (plan_id)
                            left join directory_organization o on o.organization_id = p.organization_id
                        where cast(:afterOrganization as uuid) is null
                            or (p.organization_id, p.plan_id) > (cast(:afterOrganization as uuid), cast(:afterPlan as uuid))
                        order by p.organization_id, p.plan_id limit :limit""")
                .bind("number", number)
                .bind("deepest", DEEPEST)
                .bind("afterOrganization", afterOrganization)
                .bind("afterPlan", afterPlan)
                .bind("limit", limit)
                .map((row, _) -> standing(row))
                .list());
    }

    /**
     * The people's committees right below that have issued none, or none that still holds, by id; one more than {@code limit} at
     * most.
     */
    List<Missing> missing(UUID organizationId, String number, LocalDate today, @Nullable UUID after, int limit) {
        return db.withHandle(handle -> handle.createQuery(STANDING_ON + """
                        select o.organization_id, p.name
                        from directory_organization o
                            join directory_organization_period p using (organization_id)
                        where p.validity @> cast(:today as date) and p.parent_id = :above and o.kind = 'PEOPLE_COMMITTEE'
                            and not exists (
                                select from shortest join issued_plan i using (plan_id)
                                where i.organization_id = o.organization_id and i.state in ('PROMULGATED', 'IN_EXECUTION'))
                            and (cast(:after as uuid) is null or o.organization_id > :after)
                        order by o.organization_id limit :limit""")
                .bind("number", number)
                .bind("deepest", DEEPEST)
                .bind("today", today)
                .bind("above", organizationId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Missing(row.getObject("organization_id", UUID.class), row.getString("name")))
                .list());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var number = row.getString("number");
        return new Standing(
                row.getObject("plan_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("name"),
                row.getString("document_type"),
                number != null && number.length() == 1 ? "0" + number : number,
                row.getString("symbol"),
                row.getObject("promulgated_on", LocalDate.class),
                PlanState.valueOf(row.getString("state")),
                row.getString("subject"),
                row.getObject("through_plan_id", UUID.class));
    }
}
