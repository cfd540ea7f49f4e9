package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
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

    List<Member> of(Duty duty, int rung) {
        var people = new ArrayList<Member>(
                switch (duty.subject().type()) {
                    case TASK ->
                        recipients.responsible(
                                duty.organizationId(),
                                duty.unitId(),
                                duty.receivingOrganizationId(),
                                duty.assigneeId());
                    case REPORT_DUTY -> recipients.headsAndSpecialists(duty.organizationId(), duty.unitId());
                });
        if (rung > 0) {
            people.addAll(recipients.withRole(duty.organizationId(), Role.LEADER));
        }
        return Recipients.each(people);
    }
}
