package vn.lantoa.plan.quota;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.QuotaClass;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.directory.Reach;

@Path("/api/v1/organizations/{id}/quotas")
@MachineScope(read = Scope.DIRECTORY_READ)
@Tag(name = "Quotas", description = "How many requests each person and program of an organization may send")
class QuotaResource {

    static final int MOST_PER_MINUTE = 1_000_000;

    /** Requests of one client within a minute, by class; a class left out, or null, follows the common quota again. */
    @Schema(name = "NewQuotas")
    record NewQuotas(
            @Nullable @Min(1) @Max(MOST_PER_MINUTE) Integer screen,
            @Nullable @Min(1) @Max(MOST_PER_MINUTE) Integer machine,
            @Nullable @Min(1) @Max(MOST_PER_MINUTE) Integer bulk) {

        Map<QuotaClass, Integer> perMinute() {
            var set = new EnumMap<QuotaClass, Integer>(QuotaClass.class);
            put(set, QuotaClass.SCREEN, screen);
            put(set, QuotaClass.MACHINE, machine);
            put(set, QuotaClass.BULK, bulk);
            return set;
        }

        private static void put(Map<QuotaClass, Integer> set, QuotaClass quotaClass, @Nullable Integer perMinute) {
            if (perMinute != null) {
                set.put(quotaClass, perMinute);
            }
        }
    }

    private final SetQuotas setQuotas;
    private final QuotaViews views;
    private final Reach reach;
    private final Caller caller;

    QuotaResource(SetQuotas setQuotas, QuotaViews views, Reach reach, Caller caller) {
        this.setQuotas = setQuotas;
        this.views = views;
        this.reach = reach;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getQuotas", summary = "The quotas of one's own organization, or of one below it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QuotaViews.QuotasView.class)))
    public Response get(@RestPath UUID id) {
        caller.require(Role.ADMIN, Role.INTEGRATOR);
        reach.requireManaged(caller.organizationId(), id);
        return shown(id);
    }

    @PUT
    @IfMatchRequired(QuotaViews.class)
    @Operation(
            operationId = "setQuotas",
            summary = "Set the quotas of an organization below one's own; they hold everywhere within ten seconds")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QuotaViews.QuotasView.class)))
    public Response set(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewQuotas body) {
        caller.require(Role.ADMIN);
        setQuotas.handle(new SetQuotas.Command(caller.organizationId(), id, ifMatch, body.perMinute()));
        return shown(id);
    }

    private Response shown(UUID id) {
        var now = views.current(id.toString());
        return Response.ok(now.view())
                .header(HttpHeaders.ETAG, now.tag().quoted())
                .build();
    }
}
