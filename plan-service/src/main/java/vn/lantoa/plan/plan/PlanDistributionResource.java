package vn.lantoa.plan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.distribution.DistributionView;
import vn.lantoa.plan.distribution.RecipientChoices;

@Path("/api/v1/plans/{id}/distribution")
@Tag(name = "Plans")
@APIResponse(
        responseCode = "200",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = DistributionView.class)))
class PlanDistributionResource {

    /** @param lines of those that are left out, the directory decides by their names */
    @Schema(name = "RecipientChoices")
    record Choices(@NotNull @Size(max = 200) List<@NotNull @Valid LineChoice> lines) {}

    /**
     * Whom a line means; without any ids nobody of the directory: then it stays as written.
     *
     * @param line from 1, as in the distribution; the last holds where one stands twice
     */
    @Schema(name = "RecipientChoice")
    record LineChoice(
            @NotNull @Min(1) Integer line,
            @NotNull @Size(max = 200) List<@NotNull UUID> unitIds,
            @NotNull @Size(max = 200) List<@NotNull UUID> organizationIds) {}

    private final ChooseRecipients chooseRecipients;
    private final PlanDistributions distributions;
    private final Caller caller;

    PlanDistributionResource(ChooseRecipients chooseRecipients, PlanDistributions distributions, Caller caller) {
        this.chooseRecipients = chooseRecipients;
        this.distributions = distributions;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getDistribution",
            summary =
                    "To whom the plan goes by its \"Nơi nhận\", and once it is issued, who has received and opened it")
    public Response get(@RestPath UUID id) {
        return shown(id);
    }

    @PUT
    @IfMatchRequired(PlanDistributions.class)
    @Operation(
            operationId = "chooseRecipients",
            summary = "Say whom lines of \"Nơi nhận\" mean, before the plan is issued; replaces what was said before")
    public Response choose(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Choices body) {
        caller.require(PlanAction.EDIT.roles());
        var change = new PlanChange(caller.organizationId(), id, EntityTag.expected(ifMatch, id), caller.personId());
        var byLine = new TreeMap<Integer, RecipientChoices.Choice>();
        body.lines()
                .forEach(it -> byLine.put(it.line(), new RecipientChoices.Choice(it.unitIds(), it.organizationIds())));
        chooseRecipients.handle(new ChooseRecipients.Command(change, byLine));
        return shown(id);
    }

    private Response shown(UUID id) {
        var now = distributions.current(id.toString());
        return Response.ok(now.view())
                .header(HttpHeaders.ETAG, now.tag().quoted())
                .build();
    }
}
