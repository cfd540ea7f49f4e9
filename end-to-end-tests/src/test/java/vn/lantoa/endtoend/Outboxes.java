package vn.lantoa.endtoend;

import java.sql.DriverManager;
import java.sql.SQLException;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/** What lies in a service's outbox, seen from outside. */
final class Outboxes {

    private Outboxes() {}

    /** Events that the broker will never take. */
    static int refused(LocalSystem system, Part service) {
        var environment = system.environment(service);
        try (var connection = DriverManager.getConnection(
                        environment.get("LANTOA_DB_URL"),
                        environment.get("LANTOA_DB_OWNER"),
                        environment.get("LANTOA_DB_OWNER_PASSWORD"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox_refused")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
