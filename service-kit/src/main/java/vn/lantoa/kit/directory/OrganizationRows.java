package vn.lantoa.kit.directory;

import org.jdbi.v3.core.Handle;
import vn.lantoa.events.OrganizationRecorded;

/** What an organization is told to be, written over what was known of it. */
final class OrganizationRows {

    private OrganizationRows() {}

    static void write(Handle handle, OrganizationRecorded it) {
        handle.createUpdate("""
                        insert into directory_organization (organization_id, alias, name, kind, level, parent_id,
                            administrative_code, agency_code, population, valid_from, valid_to)
                        values (:id, :alias, :name, :kind, :level, :parent, :administrative, :agency, :population, :from, :to)
                        on conflict (organization_id) do update set (alias, name, kind, level, parent_id,
                            administrative_code, agency_code, population, valid_from, valid_to)
                          = (excluded.alias, excluded.name, excluded.kind, excluded.level, excluded.parent_id,
                            excluded.administrative_code, excluded.agency_code, excluded.population,
                            excluded.valid_from, excluded.valid_to)""")
                .bind("id", it.organizationId())
                .bind("alias", it.alias())
                .bind("name", it.name())
                .bind("kind", it.kind().name())
                .bind("level", it.level().name())
                .bind("parent", it.parentId())
                .bind("administrative", it.administrativeCode())
                .bind("agency", it.agencyCode())
                .bind("population", it.population())
                .bind("from", it.validFrom())
                .bind("to", it.validTo())
                .execute();
        periods(handle, it);
        Successions.write(handle, it.organizationId(), it.predecessorIds(), it.successorIds());
    }

    private static void periods(Handle handle, OrganizationRecorded it) {
        handle.execute("delete from directory_organization_period where organization_id = ?", it.organizationId());
        var batch = handle.prepareBatch("""
                insert into directory_organization_period (organization_id, validity, name, parent_id, administrative_code,
                    agency_code, population)
                values (:id, daterange(:from, :to, '[]'), :name, :parent, :administrative, :agency, :population)""");
        for (var period : it.periods()) {
            batch.bind("id", it.organizationId())
                    .bind("from", period.validFrom())
                    .bind("to", period.validTo())
                    .bind("name", period.name())
                    .bind("parent", period.parentId())
                    .bind("administrative", period.administrativeCode())
                    .bind("agency", period.agencyCode())
                    .bind("population", period.population())
                    .add();
        }
        batch.execute();
    }
}
