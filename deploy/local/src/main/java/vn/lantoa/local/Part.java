package vn.lantoa.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One process of the system. What it needs must be ready before it is started. */
public enum Part {
    POSTGRES("postgres"),
    KAFKA("kafka"),
    KEYCLOAK("keycloak"),
    MAIL("mail"),
    PLAN_SERVICE("plan-service"),
    TASK_SERVICE("task-service"),
    REPORTING_SERVICE("reporting-service"),
    NOTIFICATION_SERVICE("notification-service"),
    GATEWAY("gateway");

    public static final Set<Part> INFRASTRUCTURE = Set.of(POSTGRES, KAFKA, KEYCLOAK, MAIL);
    public static final Set<Part> SERVICES =
            Set.of(PLAN_SERVICE, TASK_SERVICE, REPORTING_SERVICE, NOTIFICATION_SERVICE);

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** The name people type and read: {@code task-service}. */
    public String label() {
        return label;
    }

    /** Ours, built by Maven, as opposed to what we only configure. */
    boolean isApplication() {
        return !INFRASTRUCTURE.contains(this);
    }

    boolean hasDatabase() {
        return SERVICES.contains(this);
    }

    /** {@code task} for {@code task-service}: names its database, its role and its folder. */
    String shortName() {
        return label.replace("-service", "");
    }

    /** {@code LANTOA_TASK_...} for {@code task-service}. */
    String variable(String suffix) {
        return "LANTOA_" + shortName().toUpperCase(Locale.ROOT) + "_" + suffix;
    }

    Set<Part> needs() {
        return switch (this) {
            case POSTGRES, KAFKA, KEYCLOAK, MAIL -> EnumSet.noneOf(Part.class);
            // Keycloak too: its first start takes longer than a service is willing to wait for its keys.
            case PLAN_SERVICE, TASK_SERVICE, REPORTING_SERVICE -> EnumSet.of(POSTGRES, KAFKA, KEYCLOAK);
            case NOTIFICATION_SERVICE -> EnumSet.of(POSTGRES, KAFKA, KEYCLOAK, MAIL);
            case GATEWAY -> EnumSet.of(KEYCLOAK);
        };
    }

    Set<Part> withNeeds() {
        var all = EnumSet.of(this);
        needs().forEach(need -> all.addAll(need.withNeeds()));
        return all;
    }

    static Part named(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new LaunchProblem("There is no part named \"" + label + "\". The parts are "
                        + Arrays.stream(values()).map(Part::label).collect(Collectors.joining(", ")) + "."));
    }
}
