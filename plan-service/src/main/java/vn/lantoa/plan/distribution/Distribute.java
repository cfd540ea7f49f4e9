package vn.lantoa.plan.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.kit.runtime.MovableClock;

/** Sends a document to those whom its "Nơi nhận" means, in the transaction that issues it. */
@ApplicationScoped
public class Distribute {

    /** @param number as printed; null when it has none yet */
    public record Command(
            UUID organizationId,
            UUID planId,
            String issuer,
            String documentType,
            @Nullable String number,
            @Nullable String symbol,
            LocalDate issuedOn,
            @Nullable String subject,
            List<DistributionLine> lines,
            OffsetDateTime at) {
        public Command {
            lines = List.copyOf(lines);
        }
    }

    private final SentDocuments sent;
    private final IncomingDays incomingDays;

    Distribute(SentDocuments sent, IncomingDays incomingDays) {
        this.sent = sent;
        this.incomingDays = incomingDays;
    }

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var organizations = command.lines().stream()
                .flatMap(line -> line.recipients().stream())
                .map(Recipient::organizationId)
                .collect(Collectors.toSet());
        var sentOn = command.at().atZoneSameInstant(MovableClock.VIETNAM).toLocalDate();
        sent.add(Ids.next(), command, incomingDays.registerBy(organizations, sentOn));
    }
}
