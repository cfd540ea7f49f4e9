package vn.lantoa.gateway;

/** Everything the gateway itself refuses. The code is API; texts stand in {@code messages/gateway_problems_*.properties}. */
enum Problem {
    TOKEN_MISSING(401, "token.missing"),
    SESSION_EXPIRED(401, "session.expired"),
    LOGIN_FAILED(401, "login.failed"),
    CROSS_SITE(403, "request.cross-site"),
    NOT_A_MEMBER(403, "login.not-a-member"),
    NOT_FOUND(404, "resource.not-found"),
    METHOD_UNKNOWN(405, "method.not-allowed"),
    MALFORMED(400, "request.malformed"),
    ADDRESS_TOO_LONG(414, "request.address-too-long"),
    TOO_LARGE(413, "request.too-large"),
    ORGANIZATION_MISSING(403, "login.organization-missing"),
    ORGANIZATION_INVALID(400, "login.organization-invalid"),
    BODY_TOO_SLOW(408, "request.too-slow"),
    TOO_MANY_AT_ONCE(429, "client.too-many-at-once"),
    FAILED(500, "gateway.failed"),
    LOGIN_UNAVAILABLE(503, "login.unavailable"),
    BUSY(503, "gateway.busy"),
    MAINTENANCE(503, "gateway.maintenance"),
    SERVICE_UNAVAILABLE(503, "service.unavailable"),
    SERVICE_SILENT(504, "service.silent");

    private final int status;
    private final String code;

    Problem(int status, String code) {
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Worth another try without a change to the request. */
    boolean isTemporary() {
        return status >= 503 || status == 429;
    }

    @Override
    public String toString() {
        return status + " " + code;
    }
}
