package vn.lantoa.kit.wall;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** A service does not start as a role that row-level security would not bind: the second wall would be painted on. */
@Singleton
class WorkingRole {

    private static final String IS_UNBOUND = """
            select rolsuper or rolbypassrls
                or exists (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace)
            from pg_roles where rolname = current_user""";

    private final Jdbi db;

    WorkingRole(Jdbi db) {
        this.db = db;
    }

    void check(@Observes StartupEvent started) {
        boolean unbound = db.withHandle(
                handle -> handle.createQuery(IS_UNBOUND).mapTo(Boolean.class).one());
        if (unbound) {
            throw new IllegalStateException(
                    "LANTOA_DB_USER names a role that owns tables or bypasses row-level security."
                            + " Name the working role there, and the owner in LANTOA_DB_OWNER (deploy/compose/README.md).");
        }
    }
}
