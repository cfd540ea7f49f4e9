package vn.lantoa.kit.wall;

import java.time.LocalDate;

/**
 * For whom and on which day a connection works, as the policies read it.
 *
 * @param organization the id of the acting organization, {@code background}, or nothing for nobody
 * @param subject who, as the identity provider knows them; empty when unknown
 * @param today whose tree of organizations decides
 */
record Acting(String organization, String subject, LocalDate today) {

    private static final String EVERY_ORGANIZATION = "background";

    /** Consumers, sweeps, the relay, the start: work that no request asked for. */
    static Acting inBackground(LocalDate today) {
        return new Acting(EVERY_ORGANIZATION, "", today);
    }

    /** A request without a verified token that names one organization: the policies let nothing through. */
    static Acting asNobody(LocalDate today) {
        return new Acting("", "", today);
    }
}
