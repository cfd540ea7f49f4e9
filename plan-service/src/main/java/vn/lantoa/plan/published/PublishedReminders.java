package vn.lantoa.plan.published;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.effects.ReminderLadder;
import vn.lantoa.events.ReminderPolicyRecorded;

/** When people of each organization are reminded, as notification-service told it. */
@Singleton
public class PublishedReminders {

    private final Jdbi db;

    PublishedReminders(Jdbi db) {
        this.db = db;
    }

    /** The usual rungs where none were told. */
    public List<Integer> rungsOf(UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery(
                                "select rungs from published_reminder_policy where organization_id = :id")
                        .bind("id", organizationId)
                        .map((row, _) ->
                                List.of((Integer[]) row.getArray("rungs").getArray()))
                        .findOne())
                .orElse(ReminderLadder.USUAL);
    }

    void tell(ReminderPolicyRecorded policy) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into published_reminder_policy as known (organization_id, version, rungs)
                        values (:organization, :version, :rungs)
                        on conflict (organization_id) do update set (version, rungs) = (excluded.version, excluded.rungs)
                        where known.version < excluded.version""")
                .bind("organization", policy.organizationId())
                .bind("version", policy.version())
                .bind("rungs", policy.rungs().toArray(Integer[]::new))
                .execute());
    }
}
