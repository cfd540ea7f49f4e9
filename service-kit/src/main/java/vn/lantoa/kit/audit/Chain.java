package vn.lantoa.kit.audit;

import java.util.UUID;

/**
 * How entries hang together. The canonical text of an entry names its place and the hash of the entry before it; its own hash
 * is SHA-256 over that text, byte by byte. The rules stand in docs/guides/audit.md; the verifier there keeps them on its own.
 */
final class Chain {

    static final String FORMAT = "lantoa-audit/1";

    /**
     * The last entry of a chain.
     *
     * @param sequence zero when there is none yet
     */
    record Head(long sequence, String hash) {}

    /** An entry at its place. */
    record Link(long sequence, String canonical, String hash) {}

    private Chain() {}

    /** What stands before the first entry: differs by organization and service, so that no chain can pass for another. */
    static Head begin(UUID organizationId, String service) {
        return new Head(0, Sha256.of(FORMAT + "\n" + organizationId + "\n" + service));
    }

    /** @param content canonical text of the entry, still without its place */
    static Link append(Head head, String content) {
        var entry = CanonicalJson.read(content);
        entry.put("previousHash", head.hash());
        entry.put("sequence", head.sequence() + 1);
        var canonical = CanonicalJson.of(entry);
        return new Link(head.sequence() + 1, canonical, Sha256.of(canonical));
    }
}
