package vn.lantoa.kit.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * A chain as a file: a line that says what it is, a line per entry, and a line that says that it is complete. What was sealed
 * does not change any more, so that it can be read in pieces while others write.
 */
@Singleton
class AuditExport {

    private static final int AT_ONCE = 1_000;

    private final AuditChains chains;
    private final Clock clock;

    AuditExport(AuditChains chains, Clock clock) {
        this.chains = chains;
        this.clock = clock;
    }

    void write(UUID organizationId, Chain.Head after, Chain.Head head, OutputStream out) throws IOException {
        var file = new DigestOutputStream(out, Sha256.digest());
        line(
                file,
                CanonicalJson.of(Map.of(
                        "after",
                        after,
                        "algorithm",
                        "SHA-256",
                        "exportedAt",
                        AuditTrail.text(clock.instant()),
                        "format",
                        Chain.FORMAT,
                        "head",
                        head,
                        "organization",
                        organizationId,
                        "service",
                        chains.service())));
        long written = 0;
        for (long place = after.sequence(); place < head.sequence(); ) {
            var links = chains.between(organizationId, place, head.sequence(), AT_ONCE);
            if (links.isEmpty()) {
                throw new IllegalStateException("The chain of " + organizationId + " ends at " + place);
            }
            for (var link : links) {
                line(file, link.canonical());
                written++;
            }
            place = links.getLast().sequence();
        }
        var fileHash = Sha256.hex(file.getMessageDigest().digest());
        line(file, CanonicalJson.of(Map.of("entries", written, "fileHash", fileHash)));
        file.flush();
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
