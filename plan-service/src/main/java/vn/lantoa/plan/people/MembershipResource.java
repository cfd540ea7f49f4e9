package vn.lantoa.plan.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/memberships/{id}")
@Tag(name = "People")
class MembershipResource {

    /**
     * @param unitId null for those who belong to no unit, as leaders
     * @param validTo last day; null while none is known
     */
    @Schema(name = "NewPost")
    record NewPost(
            @Nullable UUID unitId,
            @NotEmpty @Size(max = 6) List<@NotNull Role> roles,
            @Nullable @OneLine @Size(max = 200) String position,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Posts.Terms terms() {
            return terms(unitId, roles, position, validFrom, validTo);
        }

        static Posts.Terms terms(
                @Nullable UUID unitId,
                List<Role> roles,
                @Nullable String position,
                LocalDate validFrom,
                @Nullable LocalDate validTo) {
            return new Posts.Terms(
                    unitId,
                    roles.stream().distinct().sorted().toList(),
                    position == null || position.isBlank() ? null : position.strip(),
                    validFrom,
                    validTo);
        }
    }

    @Schema(name = "NewMembership")
    record NewMembership(
            @NotNull UUID organizationId,
            @Nullable UUID unitId,
            @NotEmpty @Size(max = 6) List<@NotNull Role> roles,
            @Nullable @OneLine @Size(max = 200) String position,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Posts.Terms terms() {
            return NewPost.terms(unitId, roles, position, validFrom, validTo);
        }
    }

    /** @param validFrom first day of the change: today or later; until then it stays as it was */
    @Schema(name = "MembershipChange")
    record MembershipChange(
            @Nullable UUID unitId,
            @NotEmpty @Size(max = 6) List<@NotNull Role> roles,
            @Nullable @OneLine @Size(max = 200) String position,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Posts.Terms terms() {
            return NewPost.terms(unitId, roles, position, validFrom, validTo);
        }
    }

    /** @param lastDay today or later; yesterday takes effect at once */
    @Schema(name = "MembershipEnd")
    record End(@NotNull LocalDate lastDay) {}

    private final ChangeMembership changeMembership;
    private final EndMembership endMembership;
    private final PostState posts;
    private final PeopleRules rules;
    private final MergePatch patch;
    private final Caller caller;

    MembershipResource(
            ChangeMembership changeMembership,
            EndMembership endMembership,
            PostState posts,
            PeopleRules rules,
            MergePatch patch,
            Caller caller) {
        this.changeMembership = changeMembership;
        this.endMembership = endMembership;
        this.posts = posts;
        this.rules = rules;
        this.patch = patch;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMembership", summary = "A post of somebody of one's organization, or of one below it")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostView.class)))
    public Response get(@RestPath UUID id) {
        caller.require(Role.ADMIN, Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR, Role.CLERK, Role.SPECIALIST);
        return shown(id);
    }

    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @IfMatchRequired(PostState.class)
    @Operation(
            operationId = "changeMembership",
            summary = "Change what somebody may do, or where, from a day on",
            description =
                    "What it was until then stays readable: the answer is the membership that holds from that day, usually a "
                            + "new one. Without validFrom the day is today.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MembershipChange.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostView.class)))
    public Response change(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        caller.require(Role.ADMIN);
        var now = (PostView) posts.current(id.toString()).view();
        var day = now.validFrom().isAfter(rules.today()) ? now.validFrom() : rules.today();
        var wanted = patch.apply(
                new MembershipChange(now.unitId(), now.roles(), now.position(), day, now.validTo()),
                body,
                MembershipChange.class);
        var callerId = caller.personId();
        var after =
                changeMembership.handle(new ChangeMembership.Command(acting(), callerId, id, ifMatch, wanted.terms()));
        return now.personId().equals(callerId) ? Response.noContent().build() : shown(after);
    }

    @POST
    @Path("end")
    @IfMatchRequired(PostState.class)
    @Operation(operationId = "endMembership", summary = "End a post; what it was stays readable")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostView.class)))
    public Response end(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid End body) {
        caller.require(Role.ADMIN);
        var callerId = caller.personId();
        endMembership.handle(new EndMembership.Command(acting(), callerId, id, ifMatch, body.lastDay()));
        return shown(id);
    }

    private Response shown(UUID id) {
        var shown = posts.current(id.toString());
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
