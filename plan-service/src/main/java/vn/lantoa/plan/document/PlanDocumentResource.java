package vn.lantoa.plan.document;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.quota.MovesMuch;
import vn.lantoa.plan.plan.PlanDocumentContent;

/** The document of a plan, in the layout that its issuer is bound to. */
@Path("/api/v1/plans/{id}")
@MachineScope(read = Scope.PLANS_READ)
@Tag(name = "Plans")
class PlanDocumentResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";

    /** @param rules DECREE_30 for bodies of the state and others, PARTY for bodies of the Party */
    @Schema(name = "LayoutReport")
    record LayoutReport(String rules, List<LayoutFinding> findings) {}

    private final PlanRendering rendering;
    private final Caller caller;

    PlanDocumentResource(PlanRendering rendering, Caller caller) {
        this.rendering = rendering;
        this.caller = caller;
    }

    @GET
    @MovesMuch
    @Path("document.docx")
    @Produces({DOCX, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getPlanDocx",
            summary = "The plan as a Word document, laid out by Decree 30/2020/NĐ-CP or as the Party's bodies write")
    @APIResponse(
            responseCode = "200",
            description = "The document; number and date are blank until the plan is issued",
            content = @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response docx(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return answer(id, DocumentFormat.DOCX, known);
    }

    @GET
    @MovesMuch
    @Path("document.pdf")
    @Produces({PDF, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getPlanPdf", summary = "The same as PDF/A: fonts in the file, text that can be searched")
    @APIResponse(
            responseCode = "200",
            description = "The document; number and date are blank until the plan is issued",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return answer(id, DocumentFormat.PDF, known);
    }

    @GET
    @MovesMuch
    @Path("document/lint")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "lintPlanDocument",
            summary = "What the layout of the plan's Word document does otherwise than the rules want")
    public LayoutReport lint(@RestPath UUID id) {
        var rendered = rendering.render(own(), id, DocumentFormat.DOCX);
        var rules = Letterhead.rulesFor(rendered.content().issuer().kind());
        return new LayoutReport(rules.isParty() ? "PARTY" : "DECREE_30", LayoutLint.check(rendered.bytes()));
    }

    private Response answer(UUID id, DocumentFormat format, @Nullable String known) {
        var rendered = rendering.render(own(), id, format);
        var content = rendered.content();
        var tag = EntityTag.ofVersion(content.planId(), content.version()).shownAs(rendered.bytes());
        var answer = tag.isNamedBy(known, true)
                ? Response.notModified()
                : Response.ok(rendered.bytes(), format.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(content, format))
                        .header("X-Content-Type-Options", "nosniff");
        return answer.header(HttpHeaders.ETAG, tag.quoted())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** Every member of the organization may read. */
    private UUID own() {
        return caller.memberships().getFirst().organizationId();
    }

    /** RFC 6266: a plain name for old clients, the Vietnamese one in UTF-8. */
    private static String disposition(PlanDocumentContent content, DocumentFormat format) {
        var end = "." + format.name().toLowerCase(Locale.ROOT);
        var name = content.type().vietnameseName() + (content.number() == null ? "" : " số " + content.number()) + end;
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"plan" + end + "\"; filename*=UTF-8''" + encoded;
    }
}
