package vn.lantoa.plan.edition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/plans/{id}")
@MachineScope(read = Scope.PLANS_READ)
@Tag(name = "Plans")
class EditionResource {

    /** @param document the one that amended the plan; null for the first version, whose document is the plan itself */
    @Schema(name = "PlanVersionSummary")
    record Summary(
            int version,
            LocalDate inForceFrom,
            @Nullable DecidingDocument document,
            UUID decidedBy,
            OffsetDateTime decidedAt,
            @Nullable String reason,
            String subject,
            LocalDate endsOn,
            int tasks,
            int indicators,
            int reportObligations,
            String hash) {}

    /** @param validity from when to when it holds, in whatever wording */
    @Schema(name = "TaskOfVersion")
    record DatedTask(TaskItem item, ItemValidity validity) {}

    @Schema(name = "IndicatorOfVersion")
    record DatedIndicator(IndicatorItem item, ItemValidity validity) {}

    @Schema(name = "ReportObligationOfVersion")
    record DatedObligation(ReportObligationItem item, ItemValidity validity) {}

    @Schema(name = "PlanVersion")
    record Version(
            UUID planId,
            int version,
            LocalDate inForceFrom,
            @Nullable DecidingDocument document,
            UUID decidedBy,
            OffsetDateTime decidedAt,
            @Nullable String reason,
            String subject,
            @Nullable String number,
            @Nullable String symbol,
            LocalDate promulgatedOn,
            LocalDate startsOn,
            LocalDate endsOn,
            List<DatedTask> tasks,
            List<DatedIndicator> indicators,
            List<DatedObligation> reportObligations,
            String hash) {}

    private final Editions editions;
    private final Caller caller;

    EditionResource(Editions editions, Caller caller) {
        this.editions = editions;
        this.caller = caller;
    }

    @GET
    @Path("versions")
    @Operation(
            operationId = "planVersions",
            summary = "The versions of an issued plan, newest first; none before it is issued")
    public Page<Summary> versions(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        editions.requirePlan(own(), id);
        var list = Cursor.listOf("plan-versions", id);
        var keys = Cursor.read(list, cursor, 1);
        var below = keys.isEmpty() ? null : Integer.valueOf(Cursor.number(keys.getFirst()));
        var rows = editions.list(own(), id, below, limit + 1).stream()
                .map(EditionResource::summary)
                .toList();
        return Page.cut(
                rows,
                limit,
                last -> "/api/v1/plans/" + id + "/versions?limit=" + limit + "&cursor="
                        + Cursor.of(list, last.version()));
    }

    @GET
    @Path("versions/{version}")
    @Operation(
            operationId = "planVersion",
            summary =
                    "A version as a whole; each item says from when to when it holds, also one that was taken out later")
    public Version version(@RestPath UUID id, @RestPath int version) {
        editions.requirePlan(own(), id);
        return shown(editions.get(own(), id, version));
    }

    @GET
    @Path("diff")
    @Operation(
            operationId = "planDiff",
            summary =
                    "How one version differs from another: fields, targets, tasks and report obligations, item by item")
    public PlanDiff diff(
            @RestPath UUID id, @RestQuery @NotNull @Min(1) Integer from, @RestQuery @NotNull @Min(1) Integer to) {
        editions.requirePlan(own(), id);
        return PlanDiff.between(editions.get(own(), id, from), editions.get(own(), id, to));
    }

    private static Summary summary(Edition it) {
        var content = it.content();
        return new Summary(
                it.version(),
                it.inForceFrom(),
                it.document(),
                it.decidedBy(),
                it.decidedAt(),
                it.reason(),
                content.subject(),
                content.endsOn(),
                content.tasks().size(),
                content.indicators().size(),
                content.reportObligations().size(),
                it.hash());
    }

    private Version shown(Edition it) {
        var content = it.content();
        Map<UUID, ItemValidity> validities = editions.validities(own(), it.planId(), it.version()).stream()
                .collect(Collectors.toMap(ItemValidity::itemId, Function.identity()));
        return new Version(
                it.planId(),
                it.version(),
                it.inForceFrom(),
                it.document(),
                it.decidedBy(),
                it.decidedAt(),
                it.reason(),
                content.subject(),
                content.documentNumber(),
                content.documentSymbol(),
                content.promulgatedOn(),
                content.startsOn(),
                content.endsOn(),
                content.tasks().stream()
                        .map(item -> new DatedTask(item, held(validities, item.itemId())))
                        .toList(),
                content.indicators().stream()
                        .map(item -> new DatedIndicator(item, held(validities, item.indicatorId())))
                        .toList(),
                content.reportObligations().stream()
                        .map(item -> new DatedObligation(item, held(validities, item.obligationId())))
                        .toList(),
                it.hash());
    }

    private static ItemValidity held(Map<UUID, ItemValidity> validities, UUID itemId) {
        var validity = validities.get(itemId);
        if (validity == null) {
            throw new IllegalStateException("Nobody knows since when the item " + itemId + " holds");
        }
        return validity;
    }

    /** Every member of the organization may read. */
    private UUID own() {
        return caller.memberships().getFirst().organizationId();
    }
}
