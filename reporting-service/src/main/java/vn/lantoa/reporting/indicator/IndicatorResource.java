package vn.lantoa.reporting.indicator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/indicators")
@MachineScope(read = Scope.REPORTS_READ)
@Tag(name = "Indicators", description = "What is measured, with its target path")
class IndicatorResource {

    private static final String LIST = "indicators";

    private final Indicators indicators;
    private final Caller caller;

    IndicatorResource(Indicators indicators, Caller caller) {
        this.indicators = indicators;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Indicators of the acting organization",
            description =
                    "With `year`, the view of one year: indicators with a target of that year, and only that target.")
    public Page<IndicatorView> list(
            @RestQuery @Min(2000) @Max(2100) @Nullable Integer year,
            @RestQuery @Nullable UUID planId,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.memberships();
        var keys = Cursor.read(Cursor.listOf(LIST, year, planId), cursor, 1);
        var after = keys.isEmpty() ? null : Cursor.id(keys.getFirst());
        var rows = indicators.list(caller.organizationId(), year, planId, after, limit);
        return Page.cut(rows, limit, last -> next(year, planId, limit, last));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One indicator with all its targets")
    public IndicatorView get(@RestPath UUID id) {
        caller.memberships();
        return indicators
                .find(caller.organizationId(), id)
                .orElseThrow(() -> new Problem.NotFound("indicator.not-found"));
    }

    private static String next(@Nullable Integer year, @Nullable UUID planId, int limit, IndicatorView last) {
        return "/api/v1/indicators?limit=" + limit
                + (year == null ? "" : "&year=" + year)
                + (planId == null ? "" : "&planId=" + planId)
                + "&cursor=" + Cursor.of(Cursor.listOf(LIST, year, planId), last.id());
    }
}
