package vn.lantoa.kit.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Plain SQL for reads that matter, on the connection of the running transaction. */
@Singleton
class DatabaseProducer {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        var db = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        // The message of a failure goes to the log, where values have no place.
        db.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return db;
    }
}
