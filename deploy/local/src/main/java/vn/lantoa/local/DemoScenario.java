package vn.lantoa.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The demo: everything answers, and every invented person can log in for each organization they belong to. */
final class DemoScenario {
    private final LocalSystem system;
    private final PrintStream out;
    private final DemoSteps steps;
    private final Logins logins;
    private final Path plan;

    /** @param plan the plan document to take through the main job, or null for the one in the repository */
    DemoScenario(LocalSystem system, PrintStream out, Path plan) {
        this.system = system;
        this.out = out;
        this.plan = plan;
        this.steps = new DemoSteps(system, out);
        this.logins = new Logins(system.realm(), system.secrets());
    }

    void run() {
        if (plan != null) {
            out.println("Plan: " + plan);
        }
        steps.step(Part.GATEWAY, "The gateway answers", this::gatewayAnswers);
        steps.step(Part.KEYCLOAK, "Every person logs in", this::everyoneLogsIn);
    }

    private DemoStep gatewayAnswers() {
        Http.at(system.url(Part.GATEWAY)).get("/q/health/ready").expect(200);
        return DemoStep.of("Ready for requests.").seenAt(system.url(Part.GATEWAY));
    }

    private DemoStep everyoneLogsIn() throws IOException {
        var memberships = memberships();
        memberships.forEach(membership -> logins.person(membership.user(), membership.organization()));
        return DemoStep.of(memberships.size() + " memberships, each with a token of its own.")
                .seenAt(system.url(Part.KEYCLOAK) + "/admin/master/console/#/lantoa/users");
    }

    private record Membership(String user, String organization) implements Comparable<Membership> {
        @Override
        public int compareTo(Membership other) {
            return (organization + user).compareTo(other.organization + other.user);
        }
    }

    private Set<Membership> memberships() throws IOException {
        var realm = system.settings().repository().resolve("deploy/keycloak/lantoa-realm.json");
        var found = new TreeSet<Membership>();
        for (var organization : new JsonMapper().readTree(realm.toFile()).path("organizations")) {
            for (var member : organization.path("members")) {
                var user = member.path("username").asText();
                if (!user.startsWith("service-account-")) {
                    found.add(new Membership(user, organization.path("alias").asText()));
                }
            }
        }
        return found;
    }
}
