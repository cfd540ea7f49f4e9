package vn.lantoa.reporting.obligation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/report-obligations")
@MachineScope(read = Scope.REPORTS_READ)
@Tag(name = "Report obligations", description = "Who reports what to whom by when, as plans state it")
class ObligationResource {

    private static final String LIST = "report-obligations";

    private final Obligations obligations;
    private final Caller caller;

    ObligationResource(Obligations obligations, Caller caller) {
        this.obligations = obligations;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Obligations that the acting organization owes or receives, with their dated duties",
            description = "Periods close by Decree 09/2019/NĐ-CP, Article 12. `legalEnd` is when lateness begins.")
    public Page<ObligationView> list(
            @RestQuery @Nullable UUID planId,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.memberships();
        var list = Cursor.listOf(LIST, planId);
        var keys = Cursor.read(list, cursor, 1);
        var after = keys.isEmpty() ? null : Cursor.id(keys.getFirst());
        var rows = obligations.list(caller.organizationId(), planId, after, limit);
        return Page.cut(
                rows,
                limit,
                last -> "/api/v1/report-obligations?limit=" + limit + (planId == null ? "" : "&planId=" + planId)
                        + "&cursor=" + Cursor.of(list, last.id()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One obligation with its dated duties")
    public ObligationView get(@RestPath UUID id) {
        caller.memberships();
        return obligations
                .find(caller.organizationId(), id)
                .orElseThrow(() -> new Problem.NotFound("obligation.not-found"));
    }
}
