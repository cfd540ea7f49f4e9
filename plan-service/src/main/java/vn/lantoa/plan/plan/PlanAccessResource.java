package vn.lantoa.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.http.ProblemTexts;
import vn.lantoa.kit.identity.Caller;

/** For people only: it names colleagues. */
@Path("/api/v1/plans/{id}/access")
@Tag(name = "Plans")
class PlanAccessResource {

    /**
     * @param organizationId nobody outside of it sees the plan: those above it get its reports, other bodies their own tasks
     * @param rules what each action needs, and whether the plan's state allows it
     * @param items who may see the plan, by name, with what they may do now
     */
    @Schema(name = "PlanAccess")
    record View(
            UUID organizationId,
            PlanState state,
            List<PlanAccess.Rule> rules,
            List<PlanAccess.Entry> items,
            @Nullable String next) {}

    private final Plans plans;
    private final PlanAccess access;
    private final Caller caller;

    PlanAccessResource(Plans plans, PlanAccess access, Caller caller) {
        this.plans = plans;
        this.access = access;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getPlanAccess", summary = "Who may see the plan and do what with it, and why")
    public View get(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        var plan = plans.get(caller.memberships().getFirst().organizationId(), id);
        var readers = access.readers(plan);
        var entries = access.entries(readers, ProblemTexts.preferred(language));
        var list = Cursor.listOf("plan-access", id);
        var keys = Cursor.read(list, cursor, 2);
        var page = Page.cut(
                entries.stream()
                        .filter(entry -> keys.isEmpty() || PlanAccess.isAfter(entry, keys.getFirst(), id(keys)))
                        .limit(limit + 1L)
                        .toList(),
                limit,
                last -> "/api/v1/plans/" + id + "/access?limit=" + limit + "&cursor="
                        + Cursor.of(list, last.name(), last.personId()));
        return new View(plan.organizationId(), plan.state(), access.rules(readers), page.items(), page.next());
    }

    private static UUID id(List<String> keys) {
        try {
            return UUID.fromString(keys.getLast());
        } catch (IllegalArgumentException madeUp) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }
}
