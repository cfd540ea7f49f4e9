package vn.lantoa.notification.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.events.Role;
import vn.lantoa.kit.identity.Caller;

/** When people of the acting organization are reminded. */
@Path("/api/v1/reminder-policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
class ReminderPolicyResource {

    /**
     * @param rungs working days before (negative) or after (positive) the last safe day
     * @param version 0 while the usual ladder is in force; send back the one you read
     */
    record Policy(@NotNull @Size(min = 1, max = 12) List<@NotNull @Min(-60) @Max(20) Integer> rungs, int version) {}

    private final Caller caller;
    private final ReminderPolicies policies;
    private final ChangeReminderPolicy changeReminderPolicy;

    ReminderPolicyResource(Caller caller, ReminderPolicies policies, ChangeReminderPolicy changeReminderPolicy) {
        this.caller = caller;
        this.policies = policies;
        this.changeReminderPolicy = changeReminderPolicy;
    }

    @GET
    @Operation(summary = "The ladder in force")
    public Policy get() {
        caller.memberships(); // for members only
        return policies.find(caller.organizationId())
                .map(it -> new Policy(it.rungs(), it.version()))
                .orElse(new Policy(ReminderPolicies.USUAL, 0));
    }

    @PUT
    @Operation(summary = "Set the ladder; it holds for what is planned from now on")
    public Policy change(@Valid @NotNull Policy policy) {
        caller.require(Role.ADMIN, Role.LEADER);
        changeReminderPolicy.handle(new ChangeReminderPolicy.Command(
                caller.organizationId(), caller.personId(), policy.rungs(), policy.version()));
        return get();
    }
}
