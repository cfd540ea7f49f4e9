package vn.lantoa.kit.directory;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.OrganizationRecorded.Period;

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

    /**
     * In one statement: who may change them is read from the periods themselves, and between two the organization would stand below
     * nobody.
     */
    private static void periods(Handle handle, OrganizationRecorded it) {
        handle.createUpdate("""
                        with gone as (
                            delete from directory_organization_period where organization_id = :id returning 1)
                        insert into directory_organization_period (organization_id, validity, name, parent_id,
                            administrative_code, agency_code, population)
                        select :id, daterange(first, last, '[]'), name, parent, administrative, agency, population
                        from unnest(cast(:first as date[]), cast(:last as date[]), cast(:names as text[]),
                                cast(:parents as uuid[]), cast(:administrative as text[]), cast(:agency as text[]),
                                cast(:population as bigint[]))
                            as told (first, last, name, parent, administrative, agency, population)
                        where (select count(*) from gone) >= 0""") // so that what was goes before what is comes
                .bind("id", it.organizationId())
                .bind("first", each(it.periods(), Period::validFrom))
                .bind("last", each(it.periods(), Period::validTo))
                .bind("names", each(it.periods(), Period::name))
                .bind("parents", each(it.periods(), Period::parentId))
                .bind("administrative", each(it.periods(), Period::administrativeCode))
                .bind("agency", each(it.periods(), Period::agencyCode))
                .bind("population", each(it.periods(), Period::population))
                .execute();
    }

    private interface Part {
        @Nullable
        Object of(Period period);
    }

    private static @Nullable String[] each(List<Period> periods, Part part) {
        var texts = new @Nullable String[periods.size()];
        for (int i = 0; i < texts.length; i++) {
            var value = part.of(periods.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
