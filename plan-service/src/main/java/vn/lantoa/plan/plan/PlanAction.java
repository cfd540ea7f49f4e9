package vn.lantoa.plan.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.Role;

/** The verbs of a plan: in which states they are possible, and who may do them. */
enum PlanAction {
    EDIT(
            Set.of(PlanState.DRAFT, PlanState.CONSULTING, PlanState.RETURNED),
            Holder.of(Role.SPECIALIST),
            Holder.of(Role.UNIT_HEAD),
            Holder.of(Role.CLERK)),
    CONSULT(Set.of(PlanState.DRAFT), Holder.of(Role.UNIT_HEAD)),
    GIVE_OPINION(
            Set.of(PlanState.CONSULTING),
            new Holder(Role.SPECIALIST, Place.CONSULTED_UNIT),
            new Holder(Role.UNIT_HEAD, Place.CONSULTED_UNIT)),
    SUBMIT(Set.of(PlanState.DRAFT, PlanState.CONSULTING, PlanState.RETURNED), Holder.of(Role.UNIT_HEAD)),
    RETURN(Set.of(PlanState.SUBMITTED), new Holder(Role.UNIT_HEAD, Place.OFFICE), Holder.of(Role.LEADER)),
    APPROVE(Set.of(PlanState.SUBMITTED), Holder.of(Role.LEADER)),
    PROMULGATE(Set.of(PlanState.APPROVED), Holder.of(Role.CLERK)),
    REGISTER_ISSUED(Set.of(PlanState.DRAFT), Holder.of(Role.CLERK)),
    START(Set.of(PlanState.PROMULGATED), Holder.of(Role.COORDINATOR)),
    REPLACE(Set.of(PlanState.PROMULGATED, PlanState.IN_EXECUTION), Holder.of(Role.LEADER)),
    REVOKE(Set.of(PlanState.PROMULGATED, PlanState.IN_EXECUTION), Holder.of(Role.LEADER)),
    INTERIM_REVIEW(Set.of(PlanState.IN_EXECUTION), Holder.of(Role.COORDINATOR)),
    CLOSE(Set.of(PlanState.IN_EXECUTION), Holder.of(Role.LEADER)),
    AMEND(Set.of(PlanState.PROMULGATED, PlanState.IN_EXECUTION), Holder.of(Role.LEADER));

    /** Where a role must be held. */
    enum Place {
        /** Anywhere in the organization. */
        ORGANIZATION,
        /** In the office (Văn phòng) of the organization. */
        OFFICE,
        /** In a unit that is asked for its opinion of the plan. */
        CONSULTED_UNIT
    }

    /** A role that lets somebody do it, when it is held at the right place. */
    @Schema(name = "PlanActionHolder")
    record Holder(Role role, Place place) {

        static Holder of(Role role) {
            return new Holder(role, Place.ORGANIZATION);
        }
    }

    private final Set<PlanState> states;
    private final List<Holder> holders;

    PlanAction(Set<PlanState> states, Holder... holders) {
        this.states = states;
        this.holders = List.of(holders);
    }

    /** As in the address of the action. */
    String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isAllowedIn(PlanState state) {
        return states.contains(state);
    }

    List<PlanState> states() {
        return states.stream().sorted().toList();
    }

    List<Holder> holders() {
        return holders;
    }

    /** The roles that take part in it, wherever they must be held. */
    Role[] roles() {
        return holders.stream().map(Holder::role).sorted().toArray(Role[]::new);
    }

    /** The roles that suffice when they are held there. */
    Role[] rolesIn(Place place) {
        return holders.stream()
                .filter(it -> it.place() == place)
                .map(Holder::role)
                .sorted()
                .toArray(Role[]::new);
    }

    /** What is possible in a state, and for whom. */
    record Allowed(String action, List<Role> roles, List<Holder> holders) {}

    static List<Allowed> allowedIn(PlanState state) {
        return Arrays.stream(values())
                .filter(action -> action.isAllowedIn(state))
                .map(action -> new Allowed(action.verb(), List.of(action.roles()), action.holders()))
                .toList();
    }
}
