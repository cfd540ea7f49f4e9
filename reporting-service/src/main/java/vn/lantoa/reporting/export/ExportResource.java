package vn.lantoa.reporting.export;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.reporting.export.ReportExport.Format;

@Path("/api/v1/exports")
@MachineScope(read = Scope.REPORTS_READ)
@Tag(name = "Exports", description = "A whole period for machines and spreadsheets, streamed")
class ExportResource {

    private final ReportExport export;
    private final Caller caller;

    ExportResource(ReportExport export, Caller caller) {
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Path("reports")
    @Produces({MediaType.APPLICATION_JSON, "application/x-ndjson", "text/csv"})
    @Operation(summary = "All reports of a round that were sent or accepted", description = """
                    For the organization that collects, and its machine client. JSON holds the round and its reports, NDJSON one \
                    report per line, CSV one figure per line (UTF-8 with byte order mark). 304 to If-None-Match.""")
    public Response reports(
            @RestQuery @NotNull UUID roundId,
            @RestQuery @DefaultValue("json") @Pattern(regexp = "json|ndjson|csv") String format,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        caller.memberships();
        var round = export.round(caller.organizationId(), roundId)
                .orElseThrow(() -> new Problem.NotFound("round.not-found"));
        var wanted = Format.valueOf(format.toUpperCase(Locale.ROOT));
        // The rows are read after the tag is made. A change in between makes the answer newer than its tag; the next
        // request
        // then gets it again, and never a 304 for something it has not seen.
        var tag = EntityTag.ofParts(wanted, round);
        if (tag.isNamedBy(ifNoneMatch, true)) {
            return tagged(Response.notModified(), tag);
        }
        var collector = caller.organizationId();
        StreamingOutput body = out -> export.write(collector, roundId, wanted, out);
        return tagged(
                Response.ok(body, wanted.mediaType())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"bao-cao-" + round.periodEnd() + "." + format + "\""),
                tag);
    }

    private static Response tagged(Response.ResponseBuilder answer, EntityTag tag) {
        return answer.header(HttpHeaders.ETAG, tag.quoted())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
