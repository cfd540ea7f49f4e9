package vn.lantoa.plan.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.Role;

/** The verbs of a plan: in which states they are possible, and who may do them. */
enum PlanAction {
    EDIT(Set.of(PlanState.DRAFT, PlanState.RETURNED), Set.of(Role.SPECIALIST, Role.UNIT_HEAD, Role.CLERK)),
    SUBMIT(Set.of(PlanState.DRAFT, PlanState.CONSULTING, PlanState.RETURNED), Set.of(Role.UNIT_HEAD)),
    RETURN(Set.of(PlanState.SUBMITTED), Set.of(Role.LEADER)),
    APPROVE(Set.of(PlanState.SUBMITTED), Set.of(Role.LEADER)),
    PROMULGATE(Set.of(PlanState.APPROVED), Set.of(Role.CLERK)),
    AMEND(Set.of(PlanState.PROMULGATED, PlanState.IN_EXECUTION), Set.of(Role.LEADER));

    private final Set<PlanState> states;
    private final Set<Role> roles;

    PlanAction(Set<PlanState> states, Set<Role> roles) {
        this.states = states;
        this.roles = roles;
    }

    /** As in the address of the action. */
    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAllowedIn(PlanState state) {
        return states.contains(state);
    }

    /** True for whoever holds one of the roles that it needs. */
    boolean isFor(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    List<PlanState> states() {
        return states.stream().sorted().toList();
    }

    Role[] roles() {
        return roles.stream().sorted().toArray(Role[]::new);
    }

    /** What is possible in a state, and for whom. */
    record Allowed(String action, List<Role> roles) {}

    static List<Allowed> allowedIn(PlanState state) {
        return Arrays.stream(values())
                .filter(action -> action.isAllowedIn(state))
                .map(action -> new Allowed(action.verb(), List.of(action.roles())))
                .toList();
    }
}
