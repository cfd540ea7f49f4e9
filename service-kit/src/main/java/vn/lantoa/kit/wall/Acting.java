package vn.lantoa.kit.wall;

/**
 * For whom a connection works, as the policies read it.
 *
 * @param organization the id of the acting organization, {@link #BACKGROUND}, or nothing for nobody
 * @param subject who, as the identity provider knows them; empty when unknown
 */
record Acting(String organization, String subject) {

    private static final String EVERY_ORGANIZATION = "background";

    /** Consumers, sweeps, the relay, the start: work that no request asked for. */
    static final Acting BACKGROUND = new Acting(EVERY_ORGANIZATION, "");

    /** A request without a verified token that names one organization: the policies let nothing through. */
    static final Acting NOBODY = new Acting("", "");
}
