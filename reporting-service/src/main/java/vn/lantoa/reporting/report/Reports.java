package vn.lantoa.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.reporting.report.ReportAction.Side;

@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, UUID> {

    /**
     * The report, locked, for an actor who may do the action on it as far as side and roles go; whether its state permits it, the
     * report itself decides.
     *
     * @param expectedRowVersion the state that the request was made for; null when it does not say
     * @throws Problem.NotFound when it is none of theirs
     * @throws Problem.NotAllowed when the action is the other side's, or their roles do not suffice
     * @throws Problem.Stale when it was changed meanwhile
     */
    Report forAction(UUID reportId, ReportAction action, Actor actor, @Nullable Long expectedRowVersion) {
        var report = findById(reportId, LockModeType.PESSIMISTIC_WRITE);
        if (report == null
                || !isVisible(report.organizationId(), report.receivingOrganizationId(), report.state(), actor)) {
            throw new Problem.NotFound("report.not-found");
        }
        if (action.side() != side(report.organizationId(), actor)) {
            throw new Problem.NotAllowed("report.other-side");
        }
        if (Arrays.stream(action.roles()).noneMatch(actor.roles()::contains)) {
            var needed = Arrays.stream(action.roles()).map(Enum::name).collect(Collectors.joining(", "));
            throw new Problem.NotAllowed("caller.role-missing", needed).with("requiredRoles", List.of(action.roles()));
        }
        if (expectedRowVersion != null && expectedRowVersion != report.rowVersion()) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        return report;
    }

    /** Whose side of a report they are on; only for those to whom it is visible. */
    static Side side(UUID reportingOrganization, Actor actor) {
        return actor.organizationId().equals(reportingOrganization) ? Side.SENDER : Side.RECEIVER;
    }

    /** Its own organization always sees it; the receiver what has been sent and not been taken up again. */
    static boolean isVisible(UUID reportingOrganization, UUID receivingOrganization, ReportState state, Actor actor) {
        if (actor.organizationId().equals(reportingOrganization)) {
            return true;
        }
        return actor.organizationId().equals(receivingOrganization)
                && switch (state) {
                    case SENT, ACCEPTED, RETURNED -> true;
                    case REQUESTED, DRAFTING, PENDING_APPROVAL, APPROVED -> false;
                };
    }
}
