package vn.lantoa.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.ProblemTexts;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.intake.Source;
import vn.lantoa.plan.lint.Severity;

@Path("/api/v1/plans/{id}/lint")
@MachineScope(read = Scope.PLANS_READ)
@Tag(name = "Plans")
class PlanLintResource {

    /**
     * @param version of the plan that was judged
     * @param errors how many keep it from being submitted
     */
    @Schema(name = "PlanLint")
    record View(
            UUID planId,
            long version,
            long errors,
            long warnings,
            long remarks,
            List<Finding> items,
            @Nullable String next) {}

    /**
     * @param rule never changes
     * @param message what is odd, in the language of the caller
     * @param advice what to do about it
     * @param itemId the task, indicator, report obligation or question; null when it is about the document
     * @param source where it stands in the text at {@code /source}
     */
    @Schema(name = "PlanLintFinding")
    record Finding(
            String rule,
            Severity severity,
            String message,
            String advice,
            @Nullable UUID itemId,
            @Nullable Source source) {

        static Finding of(PlanLint.Oddity it, Locale language) {
            var stated = language.getLanguage().equals("en") ? null : it.stated();
            return new Finding(
                    it.rule().id(),
                    it.rule().severity(),
                    stated == null ? it.rule().message(language, it.about()) : stated,
                    it.rule().advice(language),
                    it.itemId(),
                    it.source());
        }
    }

    private record Numbered(int place, PlanLint.Oddity oddity) {}

    private final Plans plans;
    private final Caller caller;

    PlanLintResource(Plans plans, Caller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getPlanLint",
            summary =
                    "What is odd about the plan as it stands now: how bad it is, where it stands, and what to do about it")
    public View get(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        var plan = plans.get(caller.memberships().getFirst().organizationId(), id);
        var oddities = PlanLint.of(plan);
        var list = Cursor.listOf("plan-lint", id, plan.version());
        var keys = Cursor.read(list, cursor, 1);
        int from = keys.isEmpty() ? 0 : Math.max(0, Cursor.number(keys.getFirst()));
        var page = Page.cut(
                IntStream.range(Math.min(from, oddities.size()), oddities.size())
                        .limit(limit + 1L)
                        .mapToObj(place -> new Numbered(place, oddities.get(place)))
                        .toList(),
                limit,
                last -> "/api/v1/plans/" + id + "/lint?limit=" + limit + "&cursor="
                        + Cursor.of(list, last.place() + 1));
        var texts = ProblemTexts.preferred(language);
        return new View(
                plan.id(),
                plan.version(),
                count(oddities, Severity.ERROR),
                count(oddities, Severity.WARNING),
                count(oddities, Severity.INFO),
                page.items().stream().map(it -> Finding.of(it.oddity(), texts)).toList(),
                page.next());
    }

    private static long count(List<PlanLint.Oddity> oddities, Severity severity) {
        return oddities.stream().filter(it -> it.rule().severity() == severity).count();
    }
}
