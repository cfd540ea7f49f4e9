package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;

/** Plans as they stand, as far as handing one down to the organizations below needs them. */
@Singleton
public class StandingPlans {

    private final Plans plans;

    StandingPlans(Plans plans) {
        this.plans = plans;
    }

    /**
     * A plan as it stands now.
     *
     * @param edition version of its content
     * @param number as printed; null when it has none
     * @param items what they say, in the order of the plan
     */
    public record Standing(
            UUID planId,
            UUID organizationId,
            long version,
            int edition,
            PlanState state,
            @Nullable String subject,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate promulgatedOn,
            Map<UUID, ItemContent> items) {

        /** True while it holds: only then it is handed down. */
        public boolean isInForce() {
            return state == PlanState.PROMULGATED || state == PlanState.IN_EXECUTION;
        }
    }

    /** @throws vn.lantoa.kit.http.Problem.NotFound when the organization has no such plan */
    public Standing get(UUID organizationId, UUID planId) {
        var plan = plans.get(organizationId, planId);
        var items = new LinkedHashMap<UUID, ItemContent>();
        plan.tasks().forEach(it -> items.put(it.id(), ItemContent.of(it)));
        plan.indicators().forEach(it -> items.put(it.id(), ItemContent.of(it)));
        plan.reportObligations().forEach(it -> items.put(it.id(), ItemContent.of(it)));
        return new Standing(
                planId,
                organizationId,
                plan.version(),
                plan.edition(),
                plan.state(),
                plan.subject(),
                Registration.printed(plan.registeredNumber()),
                plan.registeredSymbol(),
                plan.promulgatedOn(),
                items);
    }
}
