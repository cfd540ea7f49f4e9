package vn.lantoa.plan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.http.Direction;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.search.PlanMatch;
import vn.lantoa.plan.search.PlanMatches;
import vn.lantoa.plan.search.SearchWords;

/** Reads over plans that need no plan as a whole. */
@Singleton
class PlanSearch {

    /** @param matches where the words were found, the most telling first; empty unless some were looked for */
    @Schema(name = "PlanSummary")
    record Summary(
            UUID id,
            PlanState state,
            @Nullable String subject,
            String documentType,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate promulgatedOn,
            int tasks,
            OffsetDateTime draftedAt,
            OffsetDateTime changedAt,
            List<PlanMatch> matches) {

        Summary found(List<PlanMatch> where) {
            return new Summary(
                    id,
                    state,
                    subject,
                    documentType,
                    number,
                    symbol,
                    promulgatedOn,
                    tasks,
                    draftedAt,
                    changedAt,
                    where);
        }
    }

    /**
     * Which plans are wanted; null for what does not matter.
     *
     * @param year that of the register, and until it is issued that in which it was drafted
     * @param words what stands in it, in its number, subject, items or source text
     */
    record Filter(
            @Nullable PlanState state,
            @Nullable Integer year,
            @Nullable DocumentType documentType,
            @Nullable SearchWords words) {}

    /**
     * @param subjectId the item or question it was about
     * @param person display name; null when they are no longer in the directory
     */
    @Schema(name = "PlanDecision")
    record Decision(
            UUID id,
            String action,
            @Nullable String fromState,
            String toState,
            UUID personId,
            @Nullable String person,
            OffsetDateTime decidedAt,
            @Nullable UUID subjectId,
            @Nullable String reason,
            Map<String, String> details) {}

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final Jdbi db;
    private final PlanMatches matches;
    private final ObjectMapper json;

    PlanSearch(Jdbi db, PlanMatches matches, ObjectMapper json) {
        this.db = db;
        this.matches = matches;
        this.json = json;
    }

    /** By the day on which they were drafted; begins after the given pair. */
    List<Summary> plans(
            UUID organizationId,
            Filter filter,
            Direction direction,
            @Nullable OffsetDateTime after,
            @Nullable UUID afterId,
            int limit) {
        var words = filter.words();
        var plans = read(organizationId, filter, direction, after, afterId, limit);
        if (words == null) {
            return plans;
        }
        var matches =
                this.matches.in(organizationId, plans.stream().map(Summary::id).toList(), words);
        return plans.stream()
                .map(plan -> plan.found(matches.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private List<Summary> read(
            UUID organizationId,
            Filter filter,
            Direction direction,
            @Nullable OffsetDateTime after,
            @Nullable UUID afterId,
            int limit) {
        var words = filter.words();
        var from = words == null ? "plan" : """
                plans_found(:wanted, :state, :year, :type, cast(:after as timestamptz), cast(:afterId as uuid),
                    :newestFirst, :limit) found join plan on plan.id = found.plan_id""";
        return db.withHandle(handle -> {
            var query = handle.createQuery("""
                            select id, state, subject, document_type, registered_number, registered_symbol, promulgated_on,
                                (select count(*) from plan_task where plan_id = plan.id) as tasks, drafted_at, changed_at
                            from %3$s
                            where organization_id = :organization
                              and (cast(:state as text) is null or state = :state)
                              and (cast(:year as int) is null or plan_year(plan) = :year)
                              and (cast(:type as text) is null or document_type = :type)
                              and (cast(:after as timestamptz) is null
                                   or (drafted_at, id) %1$s (cast(:after as timestamptz), cast(:afterId as uuid)))
                            order by drafted_at %2$s, id %2$s
                            limit :limit""".formatted(direction.beyond(), direction.order(), from))
                    .bind("organization", organizationId)
                    .bind(
                            "state",
                            filter.state() == null ? null : filter.state().name())
                    .bind("year", filter.year())
                    .bind(
                            "type",
                            filter.documentType() == null
                                    ? null
                                    : filter.documentType().name())
                    .bind("after", after)
                    .bind("afterId", afterId)
                    .bind("limit", limit);
            if (words != null) {
                query.bindArray("wanted", String.class, words.pieces())
                        .bind("newestFirst", direction == Direction.DESCENDING);
            }
            return query.map((row, _) -> summary(row)).list();
        });
    }

    /** Oldest first; begins after the given pair. */
    List<Decision> history(
            UUID organizationId, UUID planId, @Nullable OffsetDateTime after, @Nullable UUID afterId, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select decision.id, action, from_state, to_state, decision.person_id, decided_at, subject_id,
                            reason, details,
                            (select display_name from directory_membership member
                             where member.person_id = decision.person_id and member.organization_id = :organization
                             order by membership_id limit 1) as person
                        from plan_decision decision join plan on plan.id = decision.plan_id
                        where plan_id = :plan and plan.organization_id = :organization
                          and (cast(:after as timestamptz) is null
                               or (decided_at, decision.id) > (cast(:after as timestamptz), cast(:afterId as uuid)))
                        order by decided_at, decision.id
                        limit :limit""")
                .bind("organization", organizationId)
                .bind("plan", planId)
                .bind("after", after)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, _) -> decision(row))
                .list());
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getObject("id", UUID.class),
                PlanState.valueOf(row.getString("state")),
                row.getString("subject"),
                row.getString("document_type"),
                Registration.printed(row.getString("registered_number")),
                row.getString("registered_symbol"),
                row.getObject("promulgated_on", LocalDate.class),
                row.getInt("tasks"),
                instant(row, "drafted_at"),
                instant(row, "changed_at"),
                List.of());
    }

    private Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getString("action"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getObject("person_id", UUID.class),
                row.getString("person"),
                instant(row, "decided_at"),
                row.getObject("subject_id", UUID.class),
                row.getString("reason"),
                details(row.getString("details")));
    }

    private Map<String, String> details(String text) {
        try {
            return json.readValue(text, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of a decision cannot be read", e);
        }
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(MovableClock.VIETNAM)
                .toOffsetDateTime();
    }
}
