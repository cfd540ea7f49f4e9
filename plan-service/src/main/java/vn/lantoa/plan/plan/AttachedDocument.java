package vn.lantoa.plan.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.register.RegisterNumber;

/**
 * The document behind something that is done to a plan, as a person enters it.
 *
 * @param number digits with at most one letter behind them; left out while it has none ("chưa có số")
 * @param symbol for example {@code QĐ-UBND}
 * @param issuedOn not after today
 */
@Schema(name = "AttachedDocument")
public record AttachedDocument(
        @NotNull DocumentForm type,

        @Nullable @Pattern(regexp = RegisterNumber.PATTERN) String number,

        @Nullable @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}&./-]{0,49}")
        String symbol,

        @NotNull LocalDate issuedOn,
        @Nullable @Size(min = 1, max = 1000) String subject) {

    /** @throws Problem.RuleBroken when it is dated after today */
    public DecidingDocument issuedBy(LocalDate today) {
        if (issuedOn.isAfter(today)) {
            throw new Problem.RuleBroken("plan.document-in-future", today.toString());
        }
        return new DecidingDocument(type.name(), Registration.printed(number), symbol, issuedOn, subject);
    }

    static @Nullable DecidingDocument issuedBy(@Nullable AttachedDocument document, LocalDate today) {
        return document == null ? null : document.issuedBy(today);
    }
}
