package vn.lantoa.notification.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.identity.Caller;

/** When people of the acting organization are reminded. */
@Path("/api/v1/reminder-policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
class ReminderPolicyResource {

    /**
     * @param rungs working days before (negative) or after (positive) the last safe day
     * @param version 0 while the usual ladder is in force; counts only with If-Match: *, send back the one you read
     */
    record Policy(@NotNull @Size(min = 1, max = 12) List<@NotNull @Min(-60) @Max(20) Integer> rungs, int version) {}

    private final Caller caller;
    private final CurrentReminderPolicy current;
    private final ChangeReminderPolicy changeReminderPolicy;

    ReminderPolicyResource(Caller caller, CurrentReminderPolicy current, ChangeReminderPolicy changeReminderPolicy) {
        this.caller = caller;
        this.current = current;
        this.changeReminderPolicy = changeReminderPolicy;
    }

    @GET
    @Operation(summary = "The ladder in force; its ETag goes into If-Match of a change")
    public RestResponse<Policy> get() {
        caller.memberships(); // for members only
        var now = current.inForce();
        return RestResponse.ResponseBuilder.ok(now)
                .header(HttpHeaders.ETAG, current.tag(now).quoted())
                .build();
    }

    @PUT
    @IfMatchRequired(value = CurrentReminderPolicy.class, id = "")
    @Operation(summary = "Set the ladder; it holds for what is planned from now on")
    public RestResponse<Policy> change(
            @Valid @NotNull Policy policy, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        caller.require(Role.ADMIN, Role.LEADER);
        var seen = EntityTag.expected(ifMatch, caller.organizationId());
        changeReminderPolicy.handle(new ChangeReminderPolicy.Command(
                caller.organizationId(),
                caller.personId(),
                policy.rungs(),
                seen == null ? policy.version() : (int) Math.min(seen, Integer.MAX_VALUE)));
        return get();
    }
}
