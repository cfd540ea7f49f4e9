package vn.lantoa.kit.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.MachineUsed;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.QuotasRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitRecorded;

/** Writes what the directory tells: each event replaces what was known of its subject, so that repeating one is harmless. */
@Singleton
public class DirectoryCopy {

    private final Jdbi db;

    DirectoryCopy(Jdbi db) {
        this.db = db;
    }

    @Transactional(TxType.MANDATORY)
    public void apply(OrganizationEvent event) {
        db.useHandle(handle -> {
            switch (event) {
                case OrganizationRecorded organization -> OrganizationRows.write(handle, organization);
                case UnitRecorded unit -> UnitRows.write(handle, unit);
                case MembershipRecorded membership -> write(handle, membership);
                case CalendarRecorded calendar -> write(handle, calendar);
                case QuotasRecorded quotas -> write(handle, quotas);
                case MachineUsed _ -> {} // for plan-service, which shows it
            }
        });
    }

    private static void write(Handle handle, MembershipRecorded it) {
        handle.createUpdate("""
                        insert into directory_membership (membership_id, organization_id, person_id, subject, kind,
                            display_name, email, unit_id, roles, position, valid_from, valid_to, active,
                            scopes, on_behalf_of_person_id)
                        values (:id, :organization, :person, :subject, :kind, :name, :email, :unit, :roles, :position,
                            :from, :to, :active, :scopes, :onBehalfOf)
                        on conflict (membership_id) do update set (subject, kind, display_name, email, unit_id, roles,
                            position, valid_from, valid_to, active, scopes,
                            on_behalf_of_person_id)
                          = (excluded.subject, excluded.kind, excluded.display_name, excluded.email, excluded.unit_id,
                            excluded.roles, excluded.position, excluded.valid_from, excluded.valid_to, excluded.active,
                            excluded.scopes, excluded.on_behalf_of_person_id)""")
                .bind("id", it.membershipId())
                .bind("organization", it.organizationId())
                .bind("person", it.personId())
                .bind("subject", it.subject())
                .bind("kind", it.kind().name())
                .bind("name", it.displayName())
                .bind("email", it.email())
                .bind("unit", it.unitId())
                .bind("roles", it.roles().stream().map(Role::name).toArray(String[]::new))
                .bind("position", it.position())
                .bind("from", it.validFrom())
                .bind("to", it.validTo())
                .bind("active", it.active())
                .bind(
                        "scopes",
                        it.scopes() == null ? new String[0] : it.scopes().toArray(String[]::new))
                .bind("onBehalfOf", it.onBehalfOfPersonId())
                .execute();
    }

    private static void write(Handle handle, CalendarRecorded it) {
        handle.createUpdate("delete from directory_calendar where organization_id = :organization and year = :year")
                .bind("organization", it.organizationId())
                .bind("year", it.year())
                .execute();
        if (it.holdsNoMore()) {
            return;
        }
        handle.createUpdate("insert into directory_calendar values (:organization, :year, :version)")
                .bind("organization", it.organizationId())
                .bind("year", it.year())
                .bind("version", it.version())
                .execute();
        var days = handle.prepareBatch(
                "insert into directory_calendar_day values (:organization, :year, :day, :kind, :name, :decision)");
        for (var day : it.days()) {
            days.bind("organization", it.organizationId())
                    .bind("year", it.year())
                    .bind("day", day.date())
                    .bind("kind", day.kind().name())
                    .bind("name", day.name())
                    .bind("decision", day.decision())
                    .add();
        }
        days.execute();
    }

    private static void write(Handle handle, QuotasRecorded it) {
        handle.createUpdate("delete from directory_quota where organization_id = :organization")
                .bind("organization", it.organizationId())
                .execute();
        for (var quota : it.quotas()) {
            handle.createUpdate("insert into directory_quota values (:organization, :class, :perMinute)")
                    .bind("organization", it.organizationId())
                    .bind("class", quota.quotaClass().name())
                    .bind("perMinute", quota.perMinute())
                    .execute();
        }
    }
}
