package vn.lantoa.plan.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/people/{id}")
@Tag(name = "People")
class PersonResource {

    private static final int NO_DELEGATION_SHORTER = 3;

    @Schema(name = "PersonChange")
    record PersonChange(
            @NotBlank @Size(max = 200) @Pattern(regexp = OrganizationPeopleResource.NAME)
            String name,

            @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,63}")
            String accountName,

            @Nullable @Email @Size(max = 254) String email) {}

    /** @param password for the next login, at which they choose their own; shown this once */
    @Schema(name = "FirstPassword")
    record FirstPassword(String password) {}

    /**
     * @param from first day: today or later
     * @param to last day: at most 90 days in all
     */
    @Schema(name = "NewDelegation")
    record NewDelegation(
            @NotNull UUID toPersonId,
            @NotEmpty @Size(max = 6) List<@NotNull Role> roles,
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotBlank @Size(min = NO_DELEGATION_SHORTER, max = 2000)
            String reason) {}

    @Schema(name = "Delegation")
    record DelegationView(
            UUID id,
            UUID organizationId,
            UUID fromPersonId,
            UUID toPersonId,
            List<Role> roles,
            LocalDate from,
            LocalDate to,
            String reason,
            UUID madeBy,
            OffsetDateTime madeAt,
            @Nullable UUID revokedBy,
            @Nullable OffsetDateTime revokedAt) {

        static DelegationView of(Delegation it) {
            return new DelegationView(
                    it.id(),
                    it.organizationId(),
                    it.fromPersonId(),
                    it.toPersonId(),
                    it.roles(),
                    it.from(),
                    it.to(),
                    it.reason(),
                    it.madeBy(),
                    it.madeAt(),
                    it.revokedBy(),
                    it.revokedAt());
        }
    }

    private final ChangePerson changePerson;
    private final AddMembership addMembership;
    private final DisablePerson disablePerson;
    private final EnablePerson enablePerson;
    private final SetFirstPassword setFirstPassword;
    private final DelegateRoles delegateRoles;
    private final Delegations delegations;
    private final PeopleRules rules;
    private final PersonViews views;
    private final PostState posts;
    private final MergePatch patch;
    private final Caller caller;

    PersonResource(
            ChangePerson changePerson,
            AddMembership addMembership,
            DisablePerson disablePerson,
            EnablePerson enablePerson,
            SetFirstPassword setFirstPassword,
            DelegateRoles delegateRoles,
            Delegations delegations,
            PeopleRules rules,
            PersonViews views,
            PostState posts,
            MergePatch patch,
            Caller caller) {
        this.changePerson = changePerson;
        this.addMembership = addMembership;
        this.disablePerson = disablePerson;
        this.enablePerson = enablePerson;
        this.setFirstPassword = setFirstPassword;
        this.delegateRoles = delegateRoles;
        this.delegations = delegations;
        this.rules = rules;
        this.views = views;
        this.posts = posts;
        this.patch = patch;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getPerson",
            summary = "Somebody of one's organization, or of one below it, with all their posts")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonViews.PersonView.class)))
    public Response get(@RestPath UUID id) {
        caller.require(Role.ADMIN, Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR, Role.CLERK, Role.SPECIALIST);
        return shown(id);
    }

    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @IfMatchRequired(PersonViews.class)
    @Operation(operationId = "changePerson", summary = "Change somebody's name or address everywhere they act")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonChange.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonViews.PersonView.class)))
    public Response change(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        caller.require(Role.ADMIN);
        var file = within(id);
        var now = file.person();
        var wanted =
                patch.apply(new PersonChange(now.name(), now.accountName(), now.email()), body, PersonChange.class);
        changePerson.handle(new ChangePerson.Command(
                acting(),
                rules.organizationOf(acting(), file),
                id,
                ifMatch,
                wanted.name().strip(),
                wanted.accountName(),
                wanted.email()));
        return shown(id);
    }

    @POST
    @Path("memberships")
    @Operation(operationId = "addMembership", summary = "Give somebody a further post, from a day on")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostView.class)))
    public Response addMembership(@RestPath UUID id, @NotNull @Valid MembershipResource.NewMembership body) {
        caller.require(Role.ADMIN);
        var made = addMembership.handle(new AddMembership.Command(acting(), id, body.organizationId(), body.terms()));
        var shown = posts.current(made.toString());
        return Response.created(URI.create("/api/v1/memberships/" + made))
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .entity(shown.view())
                .build();
    }

    @POST
    @Path("disable")
    @IfMatchRequired(PersonViews.class)
    @Operation(operationId = "disablePerson", summary = "Shut somebody out everywhere, at once")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonViews.PersonView.class)))
    public Response disable(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        caller.require(Role.ADMIN);
        var organizationId = rules.organizationOf(acting(), within(id));
        var callerId = caller.personId();
        disablePerson.handle(new DisablePerson.Command(acting(), callerId, organizationId, id, ifMatch));
        return id.equals(callerId) ? Response.noContent().build() : shown(id);
    }

    @POST
    @Path("enable")
    @IfMatchRequired(PersonViews.class)
    @Operation(operationId = "enablePerson", summary = "Let somebody in again, with the posts they had")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonViews.PersonView.class)))
    public Response enable(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        caller.require(Role.ADMIN);
        var organizationId = rules.organizationOf(acting(), within(id));
        enablePerson.handle(new EnablePerson.Command(acting(), organizationId, id, ifMatch));
        return shown(id);
    }

    @POST
    @Path("first-password")
    @Operation(
            operationId = "setFirstPassword",
            summary = "A password for somebody's next login, at which they choose their own",
            description =
                    "Shown once and kept nowhere; it ends all their sessions. Repeating the request makes another one.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FirstPassword.class)))
    public Response firstPassword(@RestPath UUID id) {
        caller.require(Role.ADMIN);
        var organizationId = rules.organizationOf(acting(), within(id));
        var password = setFirstPassword.handle(new SetFirstPassword.Command(acting(), organizationId, id));
        return Response.ok(new FirstPassword(password))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("delegations")
    @Operation(
            operationId = "delegateRoles",
            summary = "Hand roles to a colleague for a time",
            description =
                    "By the person themselves, or by an administrator of their organization. The colleague acts with them in "
                            + "the same unit; the audit names both.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DelegationView.class)))
    public Response delegate(@RestPath UUID id, @NotNull @Valid NewDelegation body) {
        if (!id.equals(caller.personId())) {
            caller.require(Role.ADMIN);
            within(id);
        }
        var made = delegateRoles.handle(new DelegateRoles.Command(
                acting(),
                caller.personId(),
                id,
                body.toPersonId(),
                body.roles().stream().distinct().sorted().toList(),
                body.from(),
                body.to(),
                body.reason().strip()));
        return Response.status(201)
                .entity(DelegationView.of(delegations.find(made).orElseThrow()))
                .build();
    }

    @GET
    @Path("delegations")
    @Operation(
            operationId = "listDelegations",
            summary = "What somebody handed to others in the acting organization, and got from them; the newest 200")
    public Page<DelegationView> delegations(@RestPath UUID id) {
        if (!id.equals(caller.personId())) {
            caller.require(Role.ADMIN);
            within(id);
        }
        return new Page<>(
                delegations.of(acting(), id).stream().map(DelegationView::of).toList(), null);
    }

    private PersonFile within(UUID id) {
        return rules.requireWithin(acting(), id);
    }

    private Response shown(UUID id) {
        var shown = views.show(id);
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
