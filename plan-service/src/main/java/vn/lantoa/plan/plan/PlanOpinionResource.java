package vn.lantoa.plan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/** For people only: what colleagues think of a draft is no matter for programs. */
@Path("/api/v1/plans/{id}/opinions")
@Tag(name = "Plans")
class PlanOpinionResource {

    /**
     * @param unitId for which unit; left out when the caller belongs to one of those asked only
     * @param agrees true without objections; else words are needed, on the whole or on parts
     */
    @Schema(name = "Opinion")
    record Opinion(
            @Nullable UUID unitId,
            @NotNull Boolean agrees,
            @Nullable @Size(min = 1, max = 4000) String text,
            @Nullable @Size(max = 100) List<@NotNull @Valid OnItem> items) {}

    @Schema(name = "OpinionItem")
    record OnItem(
            @NotNull UUID itemId,
            @NotNull @Size(min = 1, max = 2000) String text) {}

    /**
     * A unit that was asked.
     *
     * @param unit its name; null when it is no longer in the directory
     * @param agrees its last word; null while it has not answered
     * @param inTime whether its first word came in time; null while it has not answered
     */
    @Schema(name = "ConsultedUnit")
    record Asked(
            UUID unitId,
            @Nullable String unit,
            @Nullable Boolean agrees,
            @Nullable OffsetDateTime answeredAt,
            @Nullable Boolean inTime) {}

    /**
     * @param answerUntil last day on which an opinion is in time; null when nobody was asked
     * @param units all that were asked, with how they answered
     * @param unanswered those that have not
     * @param items what they said, oldest first
     */
    @Schema(name = "PlanOpinions")
    record View(
            PlanState state,
            @Nullable LocalDate answerUntil,
            List<Asked> units,
            List<UUID> unanswered,
            List<PlanOpinions.Given> items,
            @Nullable String next) {}

    private final GiveOpinion giveOpinion;
    private final Plans plans;
    private final PlanOpinions opinions;
    private final PlanPosts posts;
    private final Directory directory;
    private final Caller caller;

    PlanOpinionResource(
            GiveOpinion giveOpinion,
            Plans plans,
            PlanOpinions opinions,
            PlanPosts posts,
            Directory directory,
            Caller caller) {
        this.giveOpinion = giveOpinion;
        this.plans = plans;
        this.opinions = opinions;
        this.posts = posts;
        this.directory = directory;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "giveOpinion",
            summary =
                    "Say what a unit that was asked thinks of the draft (cho ý kiến); a head or specialist of it does")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanOpinions.Given.class)))
    public Response give(@RestPath UUID id, @NotNull @Valid Opinion body) {
        var items = body.items() == null ? List.<OnItem>of() : body.items();
        var opinionId = giveOpinion.handle(new GiveOpinion.Command(
                posts.opinion(id),
                caller.memberships(),
                body.unitId(),
                body.agrees(),
                body.text(),
                items.stream()
                        .map(it -> new PlanOpinion.OnItem(it.itemId(), it.text()))
                        .toList()));
        return Response.status(Response.Status.CREATED)
                .entity(opinions.get(plans.get(caller.organizationId(), id), opinionId))
                .build();
    }

    @GET
    @Operation(operationId = "getOpinions", summary = "Who was asked about the draft, what they said, and who has not")
    public View list(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var plan = plans.get(caller.memberships().getFirst().organizationId(), id);
        var list = Cursor.listOf("plan-opinions", id);
        var keys = Cursor.read(list, cursor, 2);
        var page = Page.cut(
                opinions.of(plan, time(keys), id(keys), limit + 1),
                limit,
                last -> "/api/v1/plans/" + id + "/opinions?limit=" + limit + "&cursor="
                        + Cursor.of(list, last.givenAt(), last.id()));
        var asked = asked(plan);
        return new View(
                plan.state(),
                plan.consultation() == null ? null : plan.consultation().answerUntil(),
                asked,
                asked.stream()
                        .filter(it -> it.answeredAt() == null)
                        .map(Asked::unitId)
                        .toList(),
                page.items(),
                page.next());
    }

    private List<Asked> asked(Plan plan) {
        var consultation = plan.consultation();
        if (consultation == null) {
            return List.of();
        }
        var words = opinions.lastWords(plan.id());
        var units = directory.units(consultation.unitIds());
        return consultation.unitIds().stream()
                .map(unitId -> {
                    var word = words.get(unitId);
                    return new Asked(
                            unitId,
                            units.stream()
                                    .filter(unit -> unit.unitId().equals(unitId))
                                    .map(Unit::name)
                                    .findFirst()
                                    .orElse(null),
                            word == null ? null : word.agrees(),
                            word == null ? null : word.givenAt(),
                            word == null ? null : word.inTime());
                })
                .toList();
    }

    private static @Nullable OffsetDateTime time(List<String> keys) {
        try {
            return keys.isEmpty() ? null : OffsetDateTime.parse(keys.getFirst());
        } catch (DateTimeParseException madeUp) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }

    private static @Nullable UUID id(List<String> keys) {
        try {
            return keys.isEmpty() ? null : UUID.fromString(keys.getLast());
        } catch (IllegalArgumentException madeUp) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }
}
