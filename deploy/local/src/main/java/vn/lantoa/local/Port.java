package vn.lantoa.local;

/** Every port the system listens on, on the loopback interface only. */
public enum Port {
    POSTGRES(Part.POSTGRES, "LANTOA_POSTGRES_PORT", 15432),
    KAFKA(Part.KAFKA, "LANTOA_KAFKA_PORT", 19092),
    KAFKA_CONTROLLER(Part.KAFKA, "LANTOA_KAFKA_CONTROLLER_PORT", 19093),
    KEYCLOAK(Part.KEYCLOAK, "LANTOA_KEYCLOAK_PORT", 8180),
    KEYCLOAK_MANAGEMENT(Part.KEYCLOAK, "LANTOA_KEYCLOAK_MANAGEMENT_PORT", 8190),
    MAILBOX(Part.MAIL, "LANTOA_MAILBOX_PORT", 8085),
    SMTP(Part.MAIL, "LANTOA_SMTP_PORT", 3025),
    PLAN(Part.PLAN_SERVICE, "LANTOA_PLAN_PORT", 8081),
    TASK(Part.TASK_SERVICE, "LANTOA_TASK_PORT", 8082),
    REPORTING(Part.REPORTING_SERVICE, "LANTOA_REPORTING_PORT", 8083),
    NOTIFICATION(Part.NOTIFICATION_SERVICE, "LANTOA_NOTIFICATION_PORT", 8084),
    GATEWAY(Part.GATEWAY, "LANTOA_GATEWAY_PORT", 8080);

    private final Part part;
    private final String variable;
    private final int standard;

    Port(Part part, String variable, int standard) {
        this.part = part;
        this.variable = variable;
        this.standard = standard;
    }

    public Part part() {
        return part;
    }

    /** The environment variable that moves it elsewhere. */
    public String variable() {
        return variable;
    }

    int standard() {
        return standard;
    }

    /** The port under which a part is known: where its health is asked. */
    static Port mainOf(Part part) {
        for (Port port : values()) {
            if (port.part == part) {
                return port; // the first one declared
            }
        }
        throw new IllegalArgumentException(part.label());
    }
}
