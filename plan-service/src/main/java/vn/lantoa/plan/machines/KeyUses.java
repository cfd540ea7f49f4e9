package vn.lantoa.plan.machines;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.MachineUsed;

/** When each key last brought its program to one of the services, to the hour. */
@Singleton
class KeyUses {

    private final Jdbi db;

    KeyUses(Jdbi db) {
        this.db = db;
    }

    /** Services tell of it in no order: the latest counts. What is no key of ours is left aside. */
    void note(MachineUsed use) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into machine_key_use (key_id, organization_id, last_used_at)
                        select id, :organization, :at from machine_key where id = :key
                        on conflict (key_id) do update
                        set last_used_at = greatest(machine_key_use.last_used_at, excluded.last_used_at)""")
                .bind("key", use.membershipId())
                .bind("organization", use.organizationId())
                .bind("at", use.usedAt())
                .execute());
    }

    /** Those that were never seen are left out. */
    Map<UUID, OffsetDateTime> of(Collection<UUID> keyIds) {
        var uses = new HashMap<UUID, OffsetDateTime>();
        db.useHandle(handle -> handle.createQuery("select * from machine_key_use where key_id = any (:keys)")
                .bind("keys", keyIds.toArray(UUID[]::new))
                .map((row, _) -> Map.entry(
                        row.getObject("key_id", UUID.class), row.getObject("last_used_at", OffsetDateTime.class)))
                .forEach(use -> uses.put(use.getKey(), use.getValue())));
        return uses;
    }
}
