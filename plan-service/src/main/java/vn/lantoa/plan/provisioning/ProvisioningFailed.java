package vn.lantoa.plan.provisioning;

/** It did not work this time; it is tried again. */
public final class ProvisioningFailed extends RuntimeException {

    private final String code;

    /** @param code what is shown to administrators: a word, never contents, for example {@code keycloak.away} */
    public ProvisioningFailed(String code) {
        super(code);
        this.code = code;
    }

    public ProvisioningFailed(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
