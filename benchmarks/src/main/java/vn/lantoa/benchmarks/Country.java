package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Secrets;

/**
 * The whole country in task-service's database, beside the people of the seed: 3,400 organizations of ten people and forty tasks
 * each. Written by the superuser, whom no policy binds, straight into the tables: the events of a country would take longer
 * than the measurement.
 */
final class Country {

    static final int ORGANIZATIONS = 3_400;
    static final int PEOPLE = 33_000;
    static final int TASKS = 136_000;

    private Country() {}

    /** Adds what is missing; as many tasks as everybody else has go to {@code own} too. */
    static void settle(LocalSystem system, SeededUnit own) throws SQLException {
        try (var connection = superuser(system);
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("""
                    insert into directory_organization (organization_id, alias, name, kind, level, parent_id, population, valid_from)
                    select md5('o' || n)::uuid, 'xa-' || n, 'Xã số ' || n, 'PEOPLE_COMMITTEE', 'COMMUNE',
                        (select organization_id from directory_organization where level = 'CITY' limit 1), 10000, date '2025-07-01'
                    from generate_series(1, %d) n""".formatted(ORGANIZATIONS));
            sql.execute("""
                    insert into directory_unit (unit_id, organization_id, name, aliases, kind, member_unit_ids, valid_from)
                    select md5('u' || n)::uuid, md5('o' || n)::uuid, 'Phòng Văn hóa - Xã hội', '{}', 'DEPARTMENT', '{}',
                        date '2025-07-01'
                    from generate_series(1, %d) n""".formatted(ORGANIZATIONS));
            sql.execute("""
                    insert into directory_membership (membership_id, organization_id, person_id, subject, kind, display_name,
                        unit_id, roles, valid_from, active)
                    select md5('m' || n)::uuid, md5('o' || (n %% %1$d + 1))::uuid, md5('p' || n)::uuid, md5('p' || n)::uuid, 'PERSON',
                        'Người thứ ' || n, md5('u' || (n %% %1$d + 1))::uuid, '{SPECIALIST}', date '2025-07-01', true
                    from generate_series(1, %2$d) n""".formatted(ORGANIZATIONS, PEOPLE));
            sql.execute("""
                    insert into directory_organization_period (organization_id, validity, name, parent_id, population)
                    select organization_id, daterange(valid_from, null), name, parent_id, population
                    from directory_organization
                    where organization_id in (select md5('o' || n)::uuid from generate_series(1, %d) n)""".formatted(ORGANIZATIONS));
            sql.execute("""
                    insert into directory_unit_period (unit_id, organization_id, validity, name, aliases, member_unit_ids)
                    select unit_id, organization_id, daterange(valid_from, null), name, aliases, member_unit_ids
                    from directory_unit
                    where unit_id in (select md5('u' || n)::uuid from generate_series(1, %d) n)""".formatted(ORGANIZATIONS));
            sql.execute(tasks(
                    "md5('o' || (n % " + ORGANIZATIONS + " + 1))::uuid",
                    "md5('u' || (n % " + ORGANIZATIONS + " + 1))::uuid",
                    TASKS));
            sql.execute(tasks("'" + own.organizationId() + "'", "'" + own.unitId() + "'", 400));
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
        }
    }

    static Connection superuser(LocalSystem system) throws SQLException {
        return DriverManager.getConnection(
                system.database(Part.TASK_SERVICE), "postgres", system.secrets().get(Secrets.POSTGRES));
    }

    private static String tasks(String organization, String unit, int count) {
        return """
                insert into task (id, version, organization_id, title, source, mode, state, lead_unit_id,
                    coordinating_as_written, schedule_kind, schedule_to, schedule_bound, schedule_yearly_days,
                    schedule_words, due_date, due_bound, due_last_day, due_last_safe_day, due_legal_end,
                    due_calendar_version,
                    evidence_count, progress_count, coordinating_done, assigned_by, assigned_at)
                select gen_random_uuid(), 0, %1$s, 'Nhiệm vụ số ' || n, 'chỉ đạo trực tiếp', 'ASSIGN', 'ASSIGNED', %2$s,
                    '{}', 'BY', day, 'ON_OR_BEFORE', '[]', 'chậm nhất ngày ' || day, day, 'ON_OR_BEFORE', day, day, day,
                    '2026-1+2027-1', 0, 0, 0, gen_random_uuid(), now()
                from (select n, date '2026-12-01' + n %% 365 as day from generate_series(1, %3$d) n) numbered""".formatted(organization, unit, count);
    }
}
