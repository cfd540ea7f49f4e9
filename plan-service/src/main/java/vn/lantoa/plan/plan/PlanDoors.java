package vn.lantoa.plan.plan;

import java.util.Arrays;
import java.util.Set;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.machines.MachineAccess;

/** Which programs the endpoints of a plan let in: read from the endpoints themselves. */
final class PlanDoors {

    private PlanDoors() {}

    static boolean letSee(Set<Scope> scopes) {
        return door(PlanResource.class, "get", "GET").lets(scopes);
    }

    static boolean letDo(PlanAction action, Set<Scope> scopes) {
        if (action == PlanAction.AMEND) {
            return false; // its door is in a feature that builds on this one; no program is let in there
        }
        var door =
                switch (action) {
                    case EDIT -> door(PlanChangeResource.class, "changeTask", "PUT");
                    case SUBMIT -> door(PlanChangeResource.class, "submit", "POST");
                    case RETURN -> door(PlanChangeResource.class, "returnForCompletion", "POST");
                    case APPROVE -> door(PlanChangeResource.class, "approve", "POST");
                    case PROMULGATE -> door(PlanChangeResource.class, "promulgate", "POST");
                    case AMEND -> throw new IllegalStateException("No program amends a plan");
                };
        return door.lets(scopes);
    }

    private static MachineAccess door(Class<?> resource, String endpoint, String verb) {
        var method = Arrays.stream(resource.getDeclaredMethods())
                .filter(it -> it.getName().equals(endpoint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(resource.getName() + " has no " + endpoint));
        return MachineAccess.of(resource, method, verb);
    }
}
