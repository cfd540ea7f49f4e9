package vn.lantoa.reporting.rollup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.reporting.export.Csv;

@Path("/api/v1/rollups")
@MachineScope(read = Scope.REPORTS_READ)
@Tag(name = "Roll-ups", description = "Figures of many communes as one, with coverage, method and provenance")
class RollupResource {

    private static final MediaType CSV = MediaType.valueOf("text/csv");

    private final Rollups rollups;
    private final Caller caller;
    private final ObjectMapper json;

    RollupResource(Rollups rollups, Caller caller, ObjectMapper json) {
        this.rollups = rollups;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "The figures of a round, or of one indicator in a period, rolled up", description = """
                    Give `roundId`, or `indicatorKey` with `periodStart` and `periodEnd`. Ratios are the sum of numerators over the \
                    sum of denominators of accepted reports. CSV by `format=csv` or Accept. Answers 304 to If-None-Match.""")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RollupView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response get(
            @RestQuery @Nullable UUID roundId,
            @RestQuery @Nullable String indicatorKey,
            @RestQuery @Nullable LocalDate periodStart,
            @RestQuery @Nullable LocalDate periodEnd,
            @RestQuery @Nullable @Pattern(regexp = "json|csv") String format,
            @Context HttpHeaders headers) {
        caller.memberships();
        if (roundId == null && (indicatorKey == null || periodStart == null || periodEnd == null)) {
            throw new Problem.Invalid("rollup.unspecified")
                    .errors(List.of(new Problem.Invalid.Error("?roundId", "rollup.unspecified")));
        }
        var wanted = new Rollups.Wanted(caller.organizationId(), roundId, indicatorKey, periodStart, periodEnd);
        var rollup = rollups.of(wanted).orElseThrow(() -> new Problem.NotFound("rollup.not-found"));
        return wantsCsv(format, headers)
                ? answer(csv(rollup), Csv.MEDIA_TYPE, headers)
                : answer(json(rollup), MediaType.APPLICATION_JSON, headers);
    }

    private static boolean wantsCsv(@Nullable String format, HttpHeaders headers) {
        return format == null
                ? headers.getAcceptableMediaTypes().getFirst().isCompatible(CSV)
                        && !headers.getAcceptableMediaTypes().getFirst().isWildcardType()
                : format.equals("csv");
    }

    private static Response answer(byte[] bytes, String type, HttpHeaders headers) {
        var tag = EntityTag.of(bytes);
        var answer = tag.isNamedBy(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), true)
                ? Response.notModified()
                : Response.ok(bytes, type);
        return answer.header(HttpHeaders.ETAG, tag.quoted())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private byte[] json(RollupView rollup) {
        try {
            return json.writeValueAsBytes(rollup);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view is always writable", impossible);
        }
    }

    private static byte[] csv(RollupView rollup) {
        var text = new StringBuilder();
        try {
            var csv = new Csv(text);
            csv.begin(
                    "indicator",
                    "unit",
                    "value",
                    "numerator",
                    "denominator",
                    "basis",
                    "reported",
                    "expected",
                    "populationShare",
                    "missing",
                    "method",
                    "periodStart",
                    "periodEnd",
                    "matchingKey");
            for (var item : rollup.items()) {
                var coverage = item.coverage();
                csv.line(
                        item.name(),
                        item.unit(),
                        item.value(),
                        item.numerator(),
                        item.denominator(),
                        item.basis(),
                        coverage.reported(),
                        coverage.expected(),
                        coverage.populationShare(),
                        coverage.missing().stream()
                                .map(it -> it.organizationName() + " (" + it.state() + ")")
                                .toList(),
                        item.method(),
                        rollup.periodStart(),
                        rollup.periodEnd(),
                        item.matchingKey());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
