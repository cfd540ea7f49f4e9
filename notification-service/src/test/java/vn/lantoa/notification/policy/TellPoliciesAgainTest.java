package vn.lantoa.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.ReminderPolicyRecorded;
import vn.lantoa.notification.MailSink;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
@QuarkusTestResource(MailSink.class)
class TellPoliciesAgainTest {

    @Inject
    TellPoliciesAgain tellPoliciesAgain;

    @Inject
    Jdbi db;

    @Test
    void ladderThatWasNeverToldIsToldOnce() {
        var organization = UUID.randomUUID();
        var by = UUID.randomUUID();
        db.useHandle(handle -> handle.execute("""
                insert into reminder_policy (organization_id, rungs, changed_by, changed_at, version)
                values (?, '{-5,0}', ?, now(), 3)""", organization, by));

        tellPoliciesAgain.run();
        tellPoliciesAgain.run();

        var told = Topics.awaitEvent(
                ReminderPolicyRecorded.class, it -> it.organizationId().equals(organization));
        assertThat(told).isEqualTo(new ReminderPolicyRecorded(organization, 3, List.of(-5, 0), by));
        assertThat(Topics.events("notifications", ReminderPolicyRecorded.class))
                .filteredOn(it -> it.organizationId().equals(organization))
                .hasSize(1);
    }
}
