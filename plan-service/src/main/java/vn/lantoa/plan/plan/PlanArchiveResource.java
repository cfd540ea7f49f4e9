package vn.lantoa.plan.plan;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.quota.MovesMuch;

@Path("/api/v1/plans/{id}/archive")
@MachineScope(read = Scope.PLANS_READ)
@Tag(name = "Plans")
class PlanArchiveResource {

    private static final String ZIP = "application/zip";

    private final Plans plans;
    private final PlanArchive archive;
    private final Caller caller;

    PlanArchiveResource(Plans plans, PlanArchive archive, Caller caller) {
        this.plans = plans;
        this.archive = archive;
        this.caller = caller;
    }

    @GET
    @MovesMuch
    @Produces(ZIP)
    @Operation(
            operationId = "getPlanArchive",
            summary =
                    "An issued plan as one ZIP: content, decisions, source file and text, and a manifest with the SHA-256 of each")
    public Response get(@RestPath UUID id) {
        var plan = plans.get(caller.memberships().getFirst().organizationId(), id);
        archive.requireIssued(plan);
        StreamingOutput body = out -> archive.write(plan, out);
        return Response.ok(body, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plan-" + id + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
