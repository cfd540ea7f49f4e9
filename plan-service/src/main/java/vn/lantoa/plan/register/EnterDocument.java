package vn.lantoa.plan.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.intake.DocumentType;

/** Enters a document that was issued outside of this system, so that the numbers agree with the paper book. */
@ApplicationScoped
class EnterDocument {

    /** @param number null to take the next one */
    record Command(
            UUID organizationId,
            int year,
            DocumentType documentType,
            @Nullable String number,
            @Nullable String symbol,
            LocalDate issuedOn,
            String subject,
            @Nullable String signer,
            @Nullable String note,
            UUID by) {}

    private final TakeNumber takeNumber;
    private final Clock clock;

    EnterDocument(TakeNumber takeNumber, Clock clock) {
        this.takeNumber = takeNumber;
        this.clock = clock;
    }

    /**
     * @return the entry
     * @throws Problem.Unprocessable when its day is not of the register's year, or has not come
     */
    @Transactional
    @Audited(subject = "register-entry", id = "result", organization = "organizationId")
    UUID handle(Command command) {
        if (command.issuedOn().getYear() != command.year()) {
            throw new Problem.Unprocessable(
                    "register.day-of-another-year", command.issuedOn().toString(), String.valueOf(command.year()));
        }
        var today = LocalDate.now(clock);
        if (command.issuedOn().isAfter(today)) {
            throw new Problem.Unprocessable("register.day-in-future", today.toString());
        }
        return takeNumber
                .handle(new TakeNumber.Command(
                        command.organizationId(),
                        command.documentType().name(),
                        command.number(),
                        command.symbol(),
                        command.issuedOn(),
                        command.subject(),
                        command.signer(),
                        command.note(),
                        null,
                        command.number() != null,
                        command.by()))
                .entryId();
    }
}
