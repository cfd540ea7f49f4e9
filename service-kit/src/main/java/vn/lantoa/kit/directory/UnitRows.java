package vn.lantoa.kit.directory;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lantoa.events.UnitRecorded;

/** What a unit is told to be, written over what was known of it. */
final class UnitRows {

    private UnitRows() {}

    static void write(Handle handle, UnitRecorded it) {
        handle.createUpdate("""
                        insert into directory_unit (unit_id, organization_id, name, aliases, kind, email,
                            represents_organization_id, member_unit_ids, valid_from, valid_to)
                        values (:id, :organization, :name, :aliases, :kind, :email, :represents, :members, :from, :to)
                        on conflict (unit_id) do update set (name, aliases, kind, email,
                            represents_organization_id, member_unit_ids, valid_from, valid_to)
                          = (excluded.name, excluded.aliases, excluded.kind, excluded.email,
                            excluded.represents_organization_id, excluded.member_unit_ids,
                            excluded.valid_from, excluded.valid_to)""")
                .bind("id", it.unitId())
                .bind("organization", it.organizationId())
                .bind("name", it.name())
                .bind("aliases", it.aliases().toArray(String[]::new))
                .bind("kind", it.kind().name())
                .bind("email", it.email())
                .bind("represents", it.representsOrganizationId())
                .bind("members", it.memberUnitIds().toArray(UUID[]::new))
                .bind("from", it.validFrom())
                .bind("to", it.validTo())
                .execute();
        periods(handle, it);
        Successions.write(handle, it.unitId(), it.predecessorIds(), it.successorIds());
    }

    private static void periods(Handle handle, UnitRecorded it) {
        handle.execute("delete from directory_unit_period where unit_id = ?", it.unitId());
        var batch = handle.prepareBatch("""
                insert into directory_unit_period (unit_id, organization_id, validity, name, aliases, email,
                    represents_organization_id, member_unit_ids)
                values (:id, :organization, daterange(:from, :to, '[]'), :name, :aliases, :email, :represents, :members)""");
        for (var period : it.periods()) {
            batch.bind("id", it.unitId())
                    .bind("organization", it.organizationId())
                    .bind("from", period.validFrom())
                    .bind("to", period.validTo())
                    .bind("name", period.name())
                    .bind("aliases", period.aliases().toArray(String[]::new))
                    .bind("email", period.email())
                    .bind("represents", period.representsOrganizationId())
                    .bind("members", period.memberUnitIds().toArray(UUID[]::new))
                    .add();
        }
        batch.execute();
    }
}
