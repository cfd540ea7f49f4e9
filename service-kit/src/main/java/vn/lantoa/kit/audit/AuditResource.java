package vn.lantoa.kit.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.quota.MovesMuch;
import vn.lantoa.kit.retiring.RetiringUses;

/** The audit of the caller's organization; each service has its own, at an address of its own ({@link AuditAddresses}). */
@Path("/api/v1/audit/{service}")
@MachineScope(read = Scope.AUDIT_READ)
@Tag(name = "Nhật ký kiểm toán", description = "Who changed what: append-only, chained by hashes, verifiable offline")
class AuditResource {

    private static final String LIST = "audit-entries";

    /** @param sequence zero when nothing was recorded yet */
    @Schema(name = "AuditHead")
    record HeadView(UUID organization, String service, long sequence, String hash) {}

    private final AuditChains chains;
    private final AuditExport export;
    private final TakeAuditExport takeAuditExport;
    private final RetiringUses retiringUses;
    private final Caller caller;

    AuditResource(
            AuditChains chains,
            AuditExport export,
            TakeAuditExport takeAuditExport,
            RetiringUses retiringUses,
            Caller caller) {
        this.chains = chains;
        this.export = export;
        this.takeAuditExport = takeAuditExport;
        this.retiringUses = retiringUses;
        this.caller = caller;
    }

    @GET
    @Path("entries")
    @Operation(operationId = "listAuditEntries", summary = "Who did what, newest first; for administrators and leaders")
    public Page<AuditEntryView> list(
            @RestPath String service,
            @RestQuery @Parameter(description = "Earliest moment, RFC 3339") @Nullable String from,
            @RestQuery @Parameter(description = "First moment that is too late, RFC 3339") @Nullable String to,
            @RestQuery @Parameter(description = "Person or machine client") @Nullable String actor,
            @RestQuery @Parameter(description = "Thing that was changed") @Nullable String subject,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit,
            @RestQuery @Nullable String cursor) {
        requireRight(service);
        var filter = new AuditChains.Filter(
                parsed("from", from, AuditResource::moment),
                parsed("to", to, AuditResource::moment),
                parsed("actor", actor, UUID::fromString),
                parsed("subject", subject, UUID::fromString));
        var keys = Cursor.read(LIST, cursor, 1);
        long below = keys.isEmpty() ? Long.MAX_VALUE : place(keys.getFirst());
        var page = Page.cut(
                chains.newest(caller.organizationId(), filter, below, limit + 1),
                limit,
                last -> next(limit, last.sequence(), filter));
        return new Page<>(page.items().stream().map(AuditEntryView::of).toList(), page.next());
    }

    @GET
    @Path("head")
    @Operation(
            operationId = "getAuditHead",
            summary =
                    "The last entry's place and hash: kept elsewhere, it proves later that nothing before it was removed")
    public HeadView head(@RestPath String service) {
        requireRight(service);
        var head = chains.head(caller.organizationId());
        return new HeadView(caller.organizationId(), chains.service(), head.sequence(), head.hash());
    }

    @GET
    @MovesMuch
    @Path("export")
    @Produces("application/x-ndjson")
    @Operation(
            operationId = "exportAudit",
            summary = "The whole chain, or what follows a place, as lines that VerifyAudit.java checks offline")
    public Response export(
            @RestPath String service,
            @RestQuery
                    @DefaultValue("0")
                    @Min(0)
                    @Parameter(description = "Place after which to begin: the head of the export before")
                    long after) {
        requireRight(service);
        var organizationId = caller.organizationId();
        var begin = chains.at(organizationId, after);
        if (begin == null) {
            throw invalid("after");
        }
        var head = chains.head(organizationId);
        takeAuditExport.handle(new TakeAuditExport.Command(organizationId, after, head.sequence()));
        StreamingOutput body = out -> export.write(organizationId, begin, head, out);
        return Response.ok(body, "application/x-ndjson")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + chains.service() + "-" + head.sequence() + ".ndjson\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GET
    @Path("retiring")
    @Operation(
            operationId = "listRetiringUses",
            summary = "Which of the organization's people and programs still call what will go away, at most 200")
    public Page<RetiringUses.Use> retiring(@RestPath String service) {
        requireRight(service);
        return new Page<>(retiringUses.of(caller.organizationId(), Page.MAXIMUM_SIZE), null);
    }

    private void requireRight(String service) {
        if (!service.equals(chains.service())) {
            throw new Problem.NotFound("resource.not-found");
        }
        if (!caller.isMachine()) { // a machine client has been let in by its scope
            caller.require(Role.ADMIN, Role.LEADER);
        }
    }

    private String next(int limit, long place, AuditChains.Filter filter) {
        var address = new StringBuilder("/api/v1/audit/" + chains.service() + "/entries?limit=" + limit);
        var filters = Map.of(
                "from", String.valueOf(filter.from()),
                "to", String.valueOf(filter.to()),
                "actor", String.valueOf(filter.actor()),
                "subject", String.valueOf(filter.subject()));
        List.of("from", "to", "actor", "subject").stream()
                .filter(name -> !filters.get(name).equals("null"))
                .forEach(name -> address.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(filters.get(name), StandardCharsets.UTF_8)));
        return address.append("&cursor=").append(Cursor.of(LIST, place)).toString();
    }

    private static long place(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException madeUp) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }

    private static <T> @Nullable T parsed(String name, @Nullable String text, Function<String, T> reader) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw invalid(name);
        }
    }

    private static OffsetDateTime moment(String text) {
        var moment = OffsetDateTime.parse(text);
        if (moment.getYear() < 1 || moment.getYear() > 9999) {
            throw new IllegalArgumentException("Not kept in any database");
        }
        return moment;
    }

    private static Problem invalid(String parameter) {
        return new Problem.Invalid("request.invalid")
                .errors(List.of(new Problem.Invalid.Error("?" + parameter, "request.invalid")));
    }
}
