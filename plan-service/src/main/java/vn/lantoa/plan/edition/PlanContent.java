package vn.lantoa.plan.edition;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.TaskItem;

/**
 * What stands in one version of an issued plan, as it was told to the other services.
 *
 * @param documentNumber of the plan itself, in every version; null while it is registered as "chưa có số"
 * @param promulgatedOn the day on which the plan itself was issued, in every version
 */
public record PlanContent(
        String subject,
        @Nullable String documentNumber,
        @Nullable String documentSymbol,
        LocalDate promulgatedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        List<TaskItem> tasks,
        List<IndicatorItem> indicators,
        List<ReportObligationItem> reportObligations) {

    public PlanContent {
        tasks = List.copyOf(tasks);
        indicators = List.copyOf(indicators);
        reportObligations = List.copyOf(reportObligations);
    }

    public static PlanContent of(PlanInForce told) {
        return new PlanContent(
                told.subject(),
                told.documentNumber(),
                told.documentSymbol(),
                told.promulgatedOn(),
                told.startsOn(),
                told.endsOn(),
                told.tasks(),
                told.indicators(),
                told.reportObligations());
    }

    /** How many items stand in it, of all kinds. */
    public int size() {
        return tasks.size() + indicators.size() + reportObligations.size();
    }

    /** How much of it is stored and told. */
    public int storedBytes() {
        return ContentJson.write(this).getBytes(StandardCharsets.UTF_8).length;
    }

    Set<UUID> itemIds() {
        return Stream.of(
                        tasks.stream().map(TaskItem::itemId),
                        indicators.stream().map(IndicatorItem::indicatorId),
                        reportObligations.stream().map(ReportObligationItem::obligationId))
                .flatMap(ids -> ids)
                .collect(Collectors.toUnmodifiableSet());
    }
}
