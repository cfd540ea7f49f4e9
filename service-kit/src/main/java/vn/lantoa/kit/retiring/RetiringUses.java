package vn.lantoa.kit.retiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.FailureForLog;

/** Who still calls what will go away: the first and the last day of each caller, written at most once a day by each instance. */
@Singleton
public class RetiringUses {

    private static final Logger LOG = Logger.getLogger(RetiringUses.class);

    /**
     * @param operation method and address as described
     * @param caller the person or program, as the identity provider knows them
     * @param name as the directory knows them; null when they have left
     */
    public record Use(
            String operation,
            LocalDate sunset,
            String caller,
            @Nullable String name,
            LocalDate firstUsedOn,
            LocalDate lastUsedOn) {}

    private record Noted(UUID organizationId, String subject, String operation, LocalDate day) {}

    private final Jdbi db;
    private final Clock clock;
    private final Cache<Noted, Boolean> today =
            Caffeine.newBuilder().maximumSize(10_000).build();

    RetiringUses(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void note(UUID organizationId, String subject, String operation, LocalDate sunset) {
        var noted = new Noted(organizationId, subject, operation, LocalDate.now(clock));
        if (today.getIfPresent(noted) != null) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> write(noted, sunset));
            today.put(noted, true);
        } catch (RuntimeException unreachable) {
            // the answer is not spoilt for it: the next call is noted
            LOG.warnf("The use of a retiring endpoint was not noted: %s", FailureForLog.of(unreachable));
        }
    }

    private void write(Noted noted, LocalDate sunset) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into retiring_use (organization_id, subject, operation, sunset, first_used_on, last_used_on)
                        values (:organization, :subject, :operation, :sunset, :day, :day)
                        on conflict (organization_id, operation, subject)
                        do update set sunset = excluded.sunset,
                            last_used_on = greatest(retiring_use.last_used_on, excluded.last_used_on)""")
                .bind("organization", noted.organizationId())
                .bind("subject", noted.subject())
                .bind("operation", noted.operation())
                .bind("sunset", sunset)
                .bind("day", noted.day())
                .execute());
    }

    /**
     * The callers of an organization, those who called last first.
     *
     * @param most how many at most; an organization has few
     */
    public List<Use> of(UUID organizationId, int most) {
        return db.withHandle(handle -> handle.createQuery("""
                        select operation, sunset, subject, first_used_on, last_used_on,
                            (select min(m.display_name) from directory_membership m
                             where m.subject = u.subject and m.organization_id = u.organization_id) as name
                        from retiring_use u where organization_id = :organization
                        order by last_used_on desc, operation, subject limit :most""")
                .bind("organization", organizationId)
                .bind("most", most)
                .map((row, _) -> new Use(
                        row.getString("operation"),
                        row.getObject("sunset", LocalDate.class),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getObject("first_used_on", LocalDate.class),
                        row.getObject("last_used_on", LocalDate.class)))
                .list());
    }
}
