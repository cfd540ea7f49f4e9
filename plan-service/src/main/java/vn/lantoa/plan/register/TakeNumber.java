package vn.lantoa.plan.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/**
 * Gives a document its number in the register of its type and year, within the transaction that issues the document: whoever comes
 * next waits until it ends, and a rollback leaves no gap. What must be checked is best checked before, and what may wait is best done
 * after, for the whole register waits meanwhile.
 */
@ApplicationScoped
public class TakeNumber {

    /**
     * @param documentType name of the {@code DocumentType}
     * @param number as typed ({@link RegisterNumber#PATTERN}); null to take the next one
     * @param issuedOn its year is that of the register
     * @param planId the plan that is issued; null for a document from outside
     * @param issuedBefore true when the document bears the number already: then it may be one that the register has passed by
     */
    public record Command(
            UUID organizationId,
            String documentType,
            @Nullable String number,
            @Nullable String symbol,
            LocalDate issuedOn,
            @Nullable String subject,
            @Nullable String signer,
            @Nullable String note,
            @Nullable UUID planId,
            boolean issuedBefore,
            UUID by) {

        /** For a plan that is being issued, or was issued before it came here. */
        public static Command ofPlan(
                UUID organizationId,
                UUID planId,
                String documentType,
                @Nullable String number,
                @Nullable String symbol,
                LocalDate issuedOn,
                @Nullable String subject,
                boolean issuedBefore,
                UUID by) {
            return new Command(
                    organizationId,
                    documentType,
                    number,
                    symbol,
                    issuedOn,
                    subject,
                    null,
                    null,
                    planId,
                    issuedBefore,
                    by);
        }
    }

    /**
     * @param number as it is kept: without leading zeros
     * @param symbol with the separators of the issuer's grammar; null when none was given
     */
    public record Taken(
            UUID entryId,
            String register,
            String number,
            @Nullable String symbol) {}

    private final Registers registers;
    private final Directory directory;
    private final Clock clock;

    TakeNumber(Registers registers, Directory directory, Clock clock) {
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @throws Problem.RuleBroken when another document bears the typed number; the problem names the next one
     * @throws Problem.Unprocessable when the typed number is neither the next one nor may stand beside it; it names the next one
     */
    @Transactional(TxType.MANDATORY)
    public Taken handle(Command command) {
        var organizationId = command.organizationId();
        var issuer = directory
                .organization(organizationId)
                .orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        int year = command.issuedOn().getYear();
        registers.keepCuts(organizationId);
        var code = registers.codeOf(organizationId, command.documentType(), year);
        var register = registers.lock(organizationId, code, year);
        var typed = command.number() == null ? null : RegisterNumber.of(command.number());
        if (typed != null && registers.isTaken(organizationId, register, typed)) {
            throw taken(command, typed, register);
        }
        var after = typed == null ? register.advanced() : register.with(typed, command.issuedBefore());
        registers.save(organizationId, after);
        var number = typed == null ? register.next() : typed;
        var symbol =
                command.symbol() == null ? null : DocumentNumber.symbolIn(Grammar.of(issuer.kind()), command.symbol());
        var entry = new RegisterEntry(
                Ids.next(),
                organizationId,
                year,
                code,
                number,
                command.documentType(),
                symbol,
                command.issuedOn(),
                command.subject(),
                command.signer(),
                command.note(),
                command.planId(),
                command.by(),
                OffsetDateTime.now(clock));
        registers.add(entry);
        return new Taken(entry.id(), code, number.text(), symbol);
    }

    private static Problem taken(Command command, RegisterNumber typed, Register register) {
        var next = register.next().text();
        var problem = command.planId() == null
                ? new Problem.RuleBroken("register.number-taken", typed.text(), next)
                : new Problem.RuleBroken("plan.number-taken", typed.text(), next);
        return problem.with("nextNumber", next);
    }
}
