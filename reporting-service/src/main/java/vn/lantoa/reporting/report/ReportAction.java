package vn.lantoa.reporting.report;

import static vn.lantoa.events.ReportState.ACCEPTED;
import static vn.lantoa.events.ReportState.APPROVED;
import static vn.lantoa.events.ReportState.DRAFTING;
import static vn.lantoa.events.ReportState.PENDING_APPROVAL;
import static vn.lantoa.events.ReportState.REQUESTED;
import static vn.lantoa.events.ReportState.RETURNED;
import static vn.lantoa.events.ReportState.SENT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lantoa.events.ReportState;
import vn.lantoa.events.Role;

/** What can be done to a report: by which side, by whom, in which states. The only list of it. */
enum ReportAction {
    PREFILL(Side.SENDER, Set.of(Role.SPECIALIST), REQUESTED, DRAFTING, RETURNED),
    EDIT(Side.SENDER, Set.of(Role.SPECIALIST), REQUESTED, DRAFTING, RETURNED),
    SUBMIT(Side.SENDER, Set.of(Role.SPECIALIST), DRAFTING),
    APPROVE(Side.SENDER, Set.of(Role.LEADER), PENDING_APPROVAL),
    /** Back to the specialist, before anything left the house. */
    RETURN_TO_DRAFT(Side.SENDER, Set.of(Role.UNIT_HEAD, Role.LEADER), PENDING_APPROVAL),
    SEND(Side.SENDER, Set.of(Role.CLERK, Role.UNIT_HEAD, Role.LEADER), APPROVED),
    ACCEPT(Side.RECEIVER, Set.of(Role.COORDINATOR), SENT),
    RETURN(Side.RECEIVER, Set.of(Role.COORDINATOR), SENT, ACCEPTED);

    enum Side {
        SENDER,
        RECEIVER
    }

    private final Side side;
    private final Set<Role> roles;
    private final Set<ReportState> from;

    ReportAction(Side side, Set<Role> roles, ReportState... from) {
        this.side = side;
        this.roles = roles;
        this.from = EnumSet.copyOf(List.of(from));
    }

    /** For the answer to a forbidden transition: what is possible instead, and who may do it. */
    record Possible(String action, Side by, List<Role> roles) {}

    /** The verb in addresses: {@code return} for both kinds of returning. */
    String verb() {
        return this == RETURN_TO_DRAFT ? "return" : name().toLowerCase(Locale.ROOT);
    }

    Side side() {
        return side;
    }

    Role[] roles() {
        return roles.stream().sorted().toArray(Role[]::new);
    }

    boolean isPossibleIn(ReportState state) {
        return from.contains(state);
    }

    /** What a caller may do now. */
    static List<ReportAction> allowed(ReportState state, Side side, Set<Role> held) {
        return Arrays.stream(values())
                .filter(action -> action.side == side
                        && action.isPossibleIn(state)
                        && action.roles.stream().anyMatch(held::contains))
                .toList();
    }

    static List<Possible> possibleIn(ReportState state) {
        return Arrays.stream(values())
                .filter(action -> action.isPossibleIn(state))
                .map(action -> new Possible(action.verb(), action.side, List.of(action.roles())))
                .toList();
    }
}
