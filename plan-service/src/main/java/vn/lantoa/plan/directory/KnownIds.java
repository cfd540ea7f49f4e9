package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What the directory holds already. */
@Singleton
class KnownIds {

    enum Table {
        ORGANIZATION("select organization_id from directory_organization"),
        UNIT("select unit_id from directory_unit"),
        MEMBERSHIP("select membership_id from directory_membership");

        private final String ids;

        Table(String ids) {
            this.ids = ids;
        }
    }

    private final Jdbi db;

    KnownIds(Jdbi db) {
        this.db = db;
    }

    Set<UUID> all(Table table) {
        return db.withHandle(handle ->
                new HashSet<>(handle.createQuery(table.ids).mapTo(UUID.class).list()));
    }

    /** Keeps others from recording the same id until the running transaction ends; true when it is recorded already. */
    boolean lockAndFind(Table table, UUID id) {
        return db.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtext(?))", id.toString());
            return handle.createQuery("select true from (" + table.ids + ") known (id) where id = :id")
                    .bind("id", id)
                    .mapTo(Boolean.class)
                    .findOne()
                    .isPresent();
        });
    }
}
