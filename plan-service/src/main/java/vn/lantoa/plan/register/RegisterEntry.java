package vn.lantoa.plan.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document in a register.
 *
 * @param planId the plan it is; null for a document issued outside of this system
 */
record RegisterEntry(
        UUID id,
        UUID organizationId,
        int year,
        String register,
        RegisterNumber number,
        String documentType,
        @Nullable String symbol,
        LocalDate issuedOn,
        @Nullable String subject,
        @Nullable String signer,
        @Nullable String note,
        @Nullable UUID planId,
        UUID enteredBy,
        OffsetDateTime enteredAt) {}
