package vn.lantoa.plan.register;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;

/** Registers and their entries as they are shown. */
@Singleton
class RegisterViews {

    /**
     * @param number as it stands on the document ({@code 05})
     * @param code number and symbol as the issuer writes them ({@code 05/KH-UBND}, {@code 05-KH/ĐU}); null without a symbol
     * @param inserted true when its letter marks it as put in behind another one
     * @param planId null for a document issued outside of Lan Tỏa
     */
    @Schema(name = "RegisterEntry")
    record EntryView(
            UUID id,
            int year,
            String register,
            String number,
            @Nullable String symbol,
            @Nullable String code,
            boolean inserted,
            String documentType,
            LocalDate issuedOn,
            @Nullable String subject,
            @Nullable String signer,
            @Nullable String note,
            @Nullable UUID planId,
            UUID enteredBy,
            OffsetDateTime enteredAt) {}

    /**
     * @param nextNumber what the next document would get now; somebody else may take it meanwhile
     * @param openingNumber with which the register began, or was last taken over from the paper book; null while it is empty
     * @param lastNumber 0 while it is empty
     * @param missing how many numbers up to the last one are entered in the paper book only
     */
    @Schema(name = "NextNumber")
    record NextView(
            int year,
            String register,
            String nextNumber,
            @Nullable Integer openingNumber,
            int lastNumber,
            int missing) {}

    private final Registers registers;
    private final Directory directory;

    RegisterViews(Registers registers, Directory directory) {
        this.registers = registers;
        this.directory = directory;
    }

    List<EntryView> views(UUID organizationId, List<RegisterEntry> entries) {
        var grammar = directory
                .organization(organizationId)
                .map(Organization::kind)
                .map(Grammar::of)
                .orElse(Grammar.STATE);
        return entries.stream().map(it -> view(it, grammar)).toList();
    }

    private static EntryView view(RegisterEntry it, Grammar grammar) {
        return new EntryView(
                it.id(),
                it.year(),
                it.register(),
                it.number().printed(),
                it.symbol(),
                DocumentNumber.written(grammar, it.number(), it.symbol()),
                it.number().isInserted(),
                it.documentType(),
                it.issuedOn(),
                it.subject(),
                it.signer(),
                it.note(),
                it.planId(),
                it.enteredBy(),
                it.enteredAt());
    }

    NextView next(UUID organizationId, String code, int year) {
        var register = registers.get(organizationId, code, year);
        return new NextView(
                year,
                code,
                register.next().printed(),
                register.opening(),
                register.last(),
                register.last() == 0 ? 0 : registers.missing(organizationId, register));
    }
}
