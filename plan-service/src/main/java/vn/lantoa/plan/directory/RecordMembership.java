package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.plan.provisioning.Kind;
import vn.lantoa.plan.provisioning.Provisioning;

/** Records what somebody may do in an organization and tells every service; for a person, the identity provider too. */
@ApplicationScoped
public class RecordMembership {

    /** @param unlessPresent true to leave a membership alone that is known already */
    public record Command(MembershipRecorded membership, boolean unlessPresent) {}

    private static final String NO_ACCOUNT_YET = "no-account-yet:";

    /** Stands for the {@code sub} of somebody whose account is not made yet; no token ever has it. */
    public static String subjectBeforeAccount(UUID personId) {
        return NO_ACCOUNT_YET + personId;
    }

    private final KnownIds knownIds;
    private final DirectoryCopy directory;
    private final Outbox outbox;
    private final Provisioning provisioning;
    private final Jdbi db;

    RecordMembership(KnownIds knownIds, DirectoryCopy directory, Outbox outbox, Provisioning provisioning, Jdbi db) {
        this.knownIds = knownIds;
        this.directory = directory;
        this.outbox = outbox;
        this.provisioning = provisioning;
        this.db = db;
    }

    @Transactional
    @Audited(subject = "membership", id = "membership.membershipId", organization = "membership.organizationId")
    public void handle(Command command) {
        var membership = command.membership();
        var id = membership.membershipId();
        if (command.unlessPresent() && knownIds.lockAndFind(KnownIds.Table.MEMBERSHIP, id)) {
            return;
        }
        directory.apply(membership);
        outbox.publish(membership);
        if (membership.kind() == MemberKind.PERSON) {
            know(membership);
            if (!command.unlessPresent()) { // the people of a seed have their accounts already
                provisioning.request(Kind.PERSON, membership.personId(), membership.organizationId());
            }
        }
    }

    /** Whoever comes with a membership is a person from then on, with an account made elsewhere. */
    private void know(MembershipRecorded membership) {
        boolean isNew = membership.subject().startsWith(NO_ACCOUNT_YET); // what is theirs comes with them
        db.useHandle(handle -> handle.createUpdate("""
                        insert into person (person_id, subject, display_name, email, enabled)
                        values (:id, :subject, :name,
                            case when exists (select from person where lower(email) = lower(:email)) then null else :email end,
                            true)
                        on conflict (person_id) do nothing""")
                .bind("id", membership.personId())
                .bind("subject", isNew ? null : membership.subject())
                .bind("name", membership.displayName())
                .bind("email", isNew ? null : membership.email())
                .execute());
    }
}
