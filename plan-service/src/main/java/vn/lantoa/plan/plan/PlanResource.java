package vn.lantoa.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Direction;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.quota.MovesMuch;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.search.SearchWords;

@Path("/api/v1/plans")
@MachineScope(read = Scope.PLANS_READ, write = Scope.PLANS_WRITE)
@Tag(name = "Plans", description = "Plans: read from documents, completed, signed and issued")
class PlanResource {

    private final ImportPlan importPlan;
    private final Plans plans;
    private final PlanSources sources;
    private final PlanSearch search;
    private final PlanViews views;
    private final Caller caller;

    PlanResource(
            ImportPlan importPlan,
            Plans plans,
            PlanSources sources,
            PlanSearch search,
            PlanViews views,
            Caller caller) {
        this.importPlan = importPlan;
        this.plans = plans;
        this.sources = sources;
        this.search = search;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @MovesMuch
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Read a plan document (DOCX, PDF with text, TXT) into a draft")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    public Response importFile(@RestForm("file") @Nullable FileUpload file) throws IOException {
        caller.require(PlanAction.EDIT.roles());
        if (file == null) {
            throw new Problem.Invalid("intake.file-missing");
        }
        if (file.size() > ImportPlan.LIMITS.maxBytes()) {
            throw IntakeProblems.tooLarge(ImportPlan.LIMITS.maxBytes());
        }
        return imported(Files.readAllBytes(file.uploadedFile()), file.fileName(), file.contentType());
    }

    @POST
    @MovesMuch
    @Path("imports")
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(summary = "Read the plain text of a plan into a draft")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    public Response importText(byte[] text) {
        caller.require(PlanAction.EDIT.roles());
        return imported(text, null, MediaType.TEXT_PLAIN);
    }

    private Response imported(byte[] content, @Nullable String fileName, @Nullable String mediaType) {
        var id = importPlan.handle(
                new ImportPlan.Command(caller.organizationId(), caller.personId(), content, fileName, mediaType));
        var shown = views.view(plans.get(caller.organizationId(), id));
        return Response.created(URI.create("/api/v1/plans/" + id))
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .entity(shown.view())
                .build();
    }

    @GET
    @Operation(
            summary = "The plans of the acting organization, newest first; sort=draftedAt turns it round",
            description =
                    "q finds words in number, subject, tasks, indicators, unit duties and source text: without diacritics"
                            + " and case, the last one also as the beginning of a word. Words of a title may stand anywhere in it, those"
                            + " of the source text in a row; \"quotation marks\" keep words together. year is that of the register, and"
                            + " until a plan is issued that in which it was drafted.")
    public Page<PlanSearch.Summary> list(
            @RestQuery @Nullable @Size(max = SearchWords.MAXIMUM_LENGTH) String q,
            @RestQuery @Nullable PlanState state,
            @RestQuery @Nullable @Min(1) @Max(9999) Integer year,
            @RestQuery @Nullable DocumentType documentType,
            @RestQuery @DefaultValue("-draftedAt") @Pattern(regexp = "-?draftedAt") String sort,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var filter = new PlanSearch.Filter(state, year, documentType, q == null ? null : SearchWords.of(q));
        var list = Cursor.listOf("plans", q, state, year, documentType, sort);
        var keys = Cursor.read(list, cursor, 2);
        return Page.cut(
                search.plans(own(), filter, Direction.of(sort), time(keys), id(keys), limit + 1),
                limit,
                last -> "/api/v1/plans?limit=" + limit + parameter("q", q) + parameter("state", state)
                        + parameter("year", year) + parameter("documentType", documentType) + "&sort=" + sort
                        + "&cursor=" + Cursor.of(list, last.draftedAt(), last.id()));
    }

    private static String parameter(String name, @Nullable Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A plan with its tasks, duties, report obligations and open questions")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    public Response get(@RestPath UUID id) {
        var shown = views.view(plans.get(own(), id));
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }

    @GET
    @Path("{id}/source")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The text to which all spans of the plan refer")
    public String source(@RestPath UUID id) {
        var plan = plans.get(own(), id);
        return sources.findByIdOptional(plan.id())
                .orElseThrow(() -> new Problem.NotFound("plan.not-found"))
                .content();
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Who did what to the plan, when and why, oldest first")
    public Page<PlanSearch.Decision> history(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var plan = plans.get(own(), id);
        var list = Cursor.listOf("plan-history", id);
        var keys = Cursor.read(list, cursor, 2);
        return Page.cut(
                search.history(own(), plan.id(), time(keys), id(keys), limit + 1),
                limit,
                last -> "/api/v1/plans/" + id + "/history?limit=" + limit + "&cursor="
                        + Cursor.of(list, last.decidedAt(), last.id()));
    }

    /** Every member of the organization may read. */
    private UUID own() {
        return caller.memberships().getFirst().organizationId();
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
