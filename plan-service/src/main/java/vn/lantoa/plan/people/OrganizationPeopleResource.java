package vn.lantoa.plan.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.directory.Reach;

@Path("/api/v1/organizations/{id}/people")
@Tag(name = "People", description = "Accounts, posts over time, and roles handed to colleagues")
class OrganizationPeopleResource {

    static final String NAME = "[\\p{L}\\p{M}][\\p{L}\\p{M} .'\u2019-]*";

    /**
     * @param accountName with which they log in; stays for good
     * @param email official address; not needed
     */
    @Schema(name = "NewPerson")
    record NewPerson(
            @NotBlank @Size(max = 200) @Pattern(regexp = NAME)
            String name,

            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,63}")
            String accountName,

            @Nullable @Email @Size(max = 254) String email,
            @NotNull @Valid MembershipResource.NewPost membership) {}

    /**
     * @param email only within one's own organization
     * @param onBehalfOf whose roles these are while they are delegated; null for one's own
     */
    @Schema(name = "PersonListed")
    record ListedView(
            UUID personId,
            String name,
            @Nullable String email,
            boolean enabled,
            UUID membershipId,
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID onBehalfOf) {

        static ListedView of(People.Listed it, boolean withEmail) {
            var post = it.row();
            return new ListedView(
                    post.personId(),
                    post.displayName(),
                    withEmail ? post.email() : null,
                    it.enabled(),
                    post.membershipId(),
                    post.unitId(),
                    post.roles(),
                    post.position(),
                    post.validFrom(),
                    post.validTo(),
                    post.onBehalfOfPersonId());
        }
    }

    private final CreatePerson createPerson;
    private final People people;
    private final PersonViews views;
    private final Reach reach;
    private final Caller caller;

    OrganizationPeopleResource(
            CreatePerson createPerson, People people, PersonViews views, Reach reach, Caller caller) {
        this.createPerson = createPerson;
        this.people = people;
        this.views = views;
        this.reach = reach;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "createPerson",
            summary = "Take somebody into an organization, with an account and a first post",
            description =
                    "They can act when their account exists: provisioning.progress is READY then, usually within seconds.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonViews.PersonView.class)))
    public Response create(@RestPath UUID id, @NotNull @Valid NewPerson body) {
        caller.require(Role.ADMIN);
        var made = createPerson.handle(new CreatePerson.Command(
                acting(),
                id,
                body.name().strip(),
                body.accountName(),
                body.email(),
                body.membership().terms()));
        var shown = views.show(made);
        return Response.created(URI.create("/api/v1/people/" + made))
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .entity(shown.view())
                .build();
    }

    @GET
    @Operation(
            operationId = "listPeople",
            summary = "The people of an organization with their posts, today or on a day",
            description =
                    "Somebody with two posts is there twice. Addresses are shown within one's own organization only.")
    public Page<ListedView> list(
            @RestPath UUID id,
            @RestQuery @Nullable UUID unitId,
            @RestQuery @Nullable Role role,
            @RestQuery @Nullable LocalDate on,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.require(Role.ADMIN, Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR, Role.CLERK, Role.SPECIALIST);
        reach.requireManaged(acting(), id);
        var list = Cursor.listOf("people", id, unitId, role, on);
        var keys = Cursor.read(list, cursor, 2);
        var page = Page.cut(
                people.of(
                        id,
                        new People.Filter(day(on), unitId, role),
                        keys.isEmpty() ? null : keys.getFirst(),
                        keys.isEmpty() ? null : Cursor.id(keys.getLast()),
                        limit + 1),
                limit,
                last -> "/api/v1/organizations/" + id + "/people?limit=" + limit
                        + (unitId == null ? "" : "&unitId=" + unitId)
                        + (role == null ? "" : "&role=" + role)
                        + (on == null ? "" : "&on=" + on)
                        + "&cursor="
                        + Cursor.of(list, last.row().displayName(), last.row().membershipId()));
        boolean own = id.equals(acting());
        return new Page<>(
                page.items().stream().map(it -> ListedView.of(it, own)).toList(), page.next());
    }

    private LocalDate day(@Nullable LocalDate on) {
        if (on != null && (on.getYear() < 1945 || on.getYear() > 2199)) {
            throw new Problem.Invalid("directory.day-impossible");
        }
        return on == null ? people.today() : on;
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
