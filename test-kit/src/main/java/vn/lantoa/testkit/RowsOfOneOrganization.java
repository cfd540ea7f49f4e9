package vn.lantoa.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One row in each table of a database, whatever tables there are: every id is the same, so that they all belong together, and every
 * organization the one given. They mean nothing; constraints on meaning are lifted while they are there.
 */
final class RowsOfOneOrganization {

    private static final UUID EVERY_ID = UUID.fromString("00000000-0000-7000-8000-00000000beef");

    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, null) as type
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
                and (a.attnotnull or a.attname = 'organization_id')
            order by c.relname, a.attnum""";

    private static final String CHECKS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
                format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
            from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace""";

    private final Map<String, Map<String, String>> contents = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> liftedChecks = new ArrayList<>();

    private RowsOfOneOrganization() {}

    /** The tables that got a row. */
    List<String> tables() {
        return List.copyOf(places.keySet());
    }

    /** What was written to a table: column by column, as SQL. */
    Map<String, String> row(String table) {
        return contents.get(table);
    }

    static String insertion(String table, Map<String, String> row) {
        return "insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", row.keySet()), String.join(", ", row.values()));
    }

    /**
     * @param subject whose row it is where it belongs to one of its people
     * @param without tables that get none
     */
    static RowsOfOneOrganization insert(Connection superuser, UUID organization, String subject, List<String> without)
            throws SQLException {
        var rows = new RowsOfOneOrganization();
        superuser.setAutoCommit(false);
        try (var sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica"); // neither foreign keys nor triggers
            var drops = new ArrayList<String>();
            try (var checks = sql.executeQuery(CHECKS)) {
                while (checks.next()) {
                    drops.add(checks.getString("drop"));
                    rows.liftedChecks.add(checks.getString("add"));
                }
            }
            for (var drop : drops) {
                sql.execute(drop);
            }
            var tables = new LinkedHashMap<String, Map<String, String>>();
            try (var columns = sql.executeQuery(COLUMNS)) {
                while (columns.next()) {
                    tables.computeIfAbsent(columns.getString("relname"), _ -> new LinkedHashMap<>())
                            .put(
                                    columns.getString("attname"),
                                    value(
                                            columns.getString("attname"),
                                            columns.getString("type"),
                                            organization,
                                            subject));
                }
            }
            tables.keySet().removeAll(without);
            for (var table : tables.entrySet()) {
                rows.insert(superuser, table.getKey(), table.getValue());
            }
            superuser.commit();
        } finally {
            superuser.setAutoCommit(true);
        }
        return rows;
    }

    void remove(Connection superuser) throws SQLException {
        try (var sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
            for (var place : places.entrySet()) {
                sql.execute("delete from %s where %s".formatted(place.getKey(), place.getValue()));
            }
            for (var add : liftedChecks) {
                sql.execute(add);
            }
        }
    }

    private void insert(Connection superuser, String table, Map<String, String> row) throws SQLException {
        try (var sql = superuser.createStatement();
                var written = sql.executeQuery(insertion(table, row) + " on conflict do nothing returning 1")) {
            if (written.next()) {
                contents.put(table, row);
                places.put(
                        table,
                        row.entrySet().stream()
                                .filter(it -> it.getValue().contains("::uuid")
                                        && !it.getValue().contains("{"))
                                .map(it -> it.getKey() + " = " + it.getValue())
                                .collect(Collectors.joining(" and ")));
            }
        }
    }

    private static String value(String column, String type, UUID organization, String subject) {
        if (column.equals("organization_id")) {
            return "'" + organization + "'::uuid";
        }
        if (column.equals("subject")) {
            return "'" + subject + "'";
        }
        if (column.equals("kind")) {
            return "'PERSON'"; // a member is read by its kind
        }
        return switch (type) {
            case "uuid" -> "'" + EVERY_ID + "'::uuid";
            case "boolean" -> "true";
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "1";
            case "date" -> "date '2026-06-01'";
            case "timestamp with time zone" -> "now()";
            case "json", "jsonb" -> "'{}'";
            case "daterange" -> "'[2026-01-01,2026-02-01)'";
            case "bytea" -> "''";
            default -> type.endsWith("[]") ? "'{}'" : "'x'";
        };
    }
}
