package vn.lantoa.local;

import java.io.PrintStream;

/** Where a person finds what runs, and how to log in. */
final class Addresses {
    private final LocalSystem system;

    Addresses(LocalSystem system) {
        this.system = system;
    }

    void print(PrintStream out) {
        line(out, Part.GATEWAY, "Lan Tỏa", "");
        line(out, Part.GATEWAY, "Log in for the commune", "/auth/login?organization=xa-may-ha");
        line(out, Part.GATEWAY, "API documentation", "/api/docs");
        line(out, Part.MAIL, "E-mail that was sent", "/messages");
        line(out, Part.KEYCLOAK, "Keycloak", "/admin/");
        if (system.isRunning(Part.KEYCLOAK)) {
            out.printf(
                    "  %-22s chuyenvien.vhxh.mayha, vanthu.mayha, ... (deploy/keycloak/README.md lists them)%n",
                    "People");
            out.printf(
                    "  %-22s %s%n", "Password of these people", system.secrets().demoPassword());
        }
        out.printf("  %-22s ./lantoa status | ./lantoa logs task-service | ./lantoa down%n", "See also");
    }

    private void line(PrintStream out, Part part, String what, String path) {
        if (system.isRunning(part)) {
            out.printf("  %-22s %s%s%n", what, system.url(part), path);
        }
    }
}
