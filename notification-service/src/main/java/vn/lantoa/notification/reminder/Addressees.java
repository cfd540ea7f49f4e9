package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.notification.notice.Recipients;

/** Who is reminded of a duty: those who do it, and once it is late their leaders too. */
@Singleton
class Addressees {

    private final Recipients recipients;

    Addressees(Recipients recipients) {
        this.recipients = recipients;
    }

    /** What decides who is reminded; many reminders share one. */
    record Group(
            Duty.Type type,
            UUID organizationId,
            UUID unitId,
            @Nullable UUID receivingOrganizationId,
            @Nullable UUID assigneeId,
            boolean late) {

        static Group of(Duty duty, int rung) {
            return new Group(
                    duty.subject().type(),
                    duty.organizationId(),
                    duty.unitId(),
                    duty.receivingOrganizationId(),
                    duty.assigneeId(),
                    rung > 0);
        }
    }

    List<Member> of(Group group) {
        var people = new ArrayList<Member>(
                switch (group.type()) {
                    case TASK ->
                        recipients.responsible(
                                group.organizationId(),
                                group.unitId(),
                                group.receivingOrganizationId(),
                                group.assigneeId());
                    case REPORT_DUTY -> recipients.headsAndSpecialists(group.organizationId(), group.unitId());
                });
        if (group.late()) {
            people.addAll(recipients.withRole(group.organizationId(), Role.LEADER));
        }
        return Recipients.each(people);
    }
}
