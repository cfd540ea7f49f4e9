package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from its official sources as packaged for embedding; started without its wrapper, in its own session. */
final class PostgresRecipe implements Recipe {
    private final Settings settings;
    private final Surroundings surroundings;
    private final Secrets secrets;

    PostgresRecipe(Settings settings, Surroundings surroundings, Secrets secrets) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.secrets = secrets;
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public void check() {
        LauncherFiles.postgresBinaries(settings);
        if (isRoot() && !Detached.succeeds("unshare", "--user", "true")) {
            throw new LaunchProblem(
                    "PostgreSQL does not run as root, and this machine does not let \"unshare --user\" get"
                            + " around that: run ./lantoa as an ordinary user.");
        }
    }

    @Override
    public void prepare(Progress progress) throws IOException, InterruptedException {
        var archive = LauncherFiles.postgresBinaries(settings);
        Archives.once(home(), folder -> {
            progress.tell(part(), "unpacking");
            Archives.untarXzOf(archive, folder);
        });
        if (!Files.exists(data())) {
            progress.tell(part(), "setting up its data folder");
            initialize();
        }
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                home().resolve("bin/postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                String.valueOf(settings.ports().of(Port.POSTGRES)),
                "-c",
                "listen_addresses=127.0.0.1",
                // A socket file would need a folder with a short name that no other server uses.
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=96MB"));
        return new Launch(command, Map.of(), folder(), List.of());
    }

    @Override
    public boolean isReady(ProcessHandle process) {
        if (!Probe.listens(settings.ports().of(Port.POSTGRES))) {
            return false;
        }
        try (var connection = connect("template1")) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false; // starting up, or recovering
        }
    }

    /**
     * One database per service, with a role that owns its tables and one that only works on them. Extensions go into the
     * template: no service is a superuser. An installation from before the second role gets it now.
     */
    @Override
    public void furnish() {
        try (var connection = connect("template1");
                var sql = connection.createStatement()) {
            var existing = names(sql, "select datname from pg_database");
            var roles = names(sql, "select rolname from pg_roles");
            if (Part.SERVICES.stream().map(Surroundings::database).allMatch(existing::contains)
                    && Part.SERVICES.stream().map(Surroundings::role).allMatch(roles::contains)) {
                return;
            }
            for (String extension : List.of("unaccent", "pg_trgm", "btree_gist")) {
                sql.execute("create extension if not exists " + extension);
            }
            for (Part service : Part.SERVICES) {
                var name = Surroundings.database(service);
                if (!existing.contains(name)) {
                    sql.execute("drop role if exists " + name); // left by a start that was cut off here
                    createRole(sql, name, secrets.get(Secrets.databaseOwner(service)));
                    sql.execute("create database %s owner %s".formatted(name, name));
                    sql.execute("alter database %s set timezone to 'UTC'".formatted(name));
                    sql.execute("revoke all on database %s from public".formatted(name));
                }
                var role = Surroundings.role(service);
                if (!roles.contains(role)) {
                    createRole(sql, role, secrets.get(Secrets.database(service)));
                }
                sql.execute("grant connect on database %s to %s".formatted(name, role));
            }
        } catch (SQLException e) {
            throw new LaunchProblem("The databases could not be made: " + e.getMessage(), e);
        }
    }

    private static void createRole(Statement sql, String name, String password) throws SQLException {
        sql.execute("create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
                .formatted(name, password.replace("'", "''")));
    }

    private static List<String> names(Statement sql, String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = sql.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** At once for those still connected: PostgreSQL's gentlest way would wait for a forgotten client for ever. */
    @Override
    public void askToStop(ProcessHandle process) throws IOException, InterruptedException {
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                home().resolve("bin/pg_ctl").toString(), "stop", "-D", data().toString(), "-m", "fast", "--no-wait"));
        Detached.run(
                new Launch(command, Map.of(), folder(), List.of()),
                settings.folder().log("postgres-stop"));
    }

    private void initialize() throws IOException, InterruptedException {
        Files.createDirectories(folder());
        var draft = folder().resolve("data.new");
        Archives.delete(draft); // left by a start that was cut off
        var password = Files.createTempFile("lantoa", ".pw");
        try {
            Files.writeString(password, secrets.get(Secrets.POSTGRES));
            var command = new ArrayList<>(asOrdinaryUser());
            command.addAll(List.of(
                    home().resolve("bin/initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=" + (isMac() ? "en_US.UTF-8" : "C.UTF-8"),
                    "--locale-provider=icu",
                    "--icu-locale=vi-VN"));
            Detached.run(
                    new Launch(command, Map.of(), folder(), List.of()),
                    settings.folder().log("postgres-initdb"));
        } finally {
            Files.delete(password);
        }
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * PostgreSQL refuses to run as root. A user namespace of its own makes root an ordinary user in the server's eyes
     * while files keep their owner.
     */
    private static List<String> asOrdinaryUser() {
        return isRoot() ? List.of("unshare", "--user") : List.of();
    }

    private java.sql.Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(surroundings.jdbc(database), "postgres", secrets.get(Secrets.POSTGRES));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) && !isMac();
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private Path home() {
        return settings.distributions()
                .resolve("postgresql-" + LauncherFiles.version(LauncherFiles.postgresBinaries(settings)));
    }

    private Path folder() {
        return settings.folder().of(Part.POSTGRES);
    }

    private Path data() {
        return folder().resolve("data");
    }
}
