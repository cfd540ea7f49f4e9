package vn.lantoa.testkit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.kit.identity.ForStrangersToo;

/**
 * A service from which the first wall is gone: it asks every table of its database for every row, and changes whatever it is given,
 * on the service's own connections. Only in tests.
 */
@Path("/test/wall")
@ForStrangersToo
@Produces(MediaType.APPLICATION_JSON)
class WallProbeResource {

    /** All tables but Flyway's, each with a column that every row has. */
    private static final String TABLES = """
            select c.relname as name, min(a.attname) filter (where a.attnotnull and a.attgenerated = '' and a.attidentity = '') as column
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                and has_table_privilege(c.oid, :privilege)
            group by c.relname order by c.relname""";

    private enum Privilege {
        SELECT,
        UPDATE
    }

    record Table(String name, String column) {}

    private final Jdbi db;

    WallProbeResource(Jdbi db) {
        this.db = db;
    }

    /** How many rows of each table the bearer's organization gets to see. */
    @GET
    @Path("seen")
    @Operation(hidden = true)
    public Map<String, Integer> seen() {
        return count(Privilege.SELECT, "select count(*) from %1$s");
    }

    /** How many it could change, in a transaction of the kind that use cases run in; each row stays what it was. */
    @GET
    @Path("changed")
    @Operation(hidden = true)
    @Transactional
    public Map<String, Integer> changed() {
        return count(
                Privilege.UPDATE,
                "with changed as (update %1$s set %2$s = %2$s returning 1) select count(*) from changed");
    }

    private Map<String, Integer> count(Privilege privilege, String statement) {
        return db.withHandle(handle -> {
            var counts = new TreeMap<String, Integer>();
            List<Table> tables = handle.createQuery(TABLES)
                    .bind("privilege", privilege.name())
                    .map((row, _) -> new Table(row.getString("name"), row.getString("column")))
                    .list();
            for (var table : tables) {
                counts.put(
                        table.name(),
                        handle.createQuery(statement.formatted(table.name(), table.column()))
                                .mapTo(Integer.class)
                                .one());
            }
            return counts;
        });
    }
}
