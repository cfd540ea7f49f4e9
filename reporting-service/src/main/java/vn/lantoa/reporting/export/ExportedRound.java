package vn.lantoa.reporting.export;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an export is about.
 *
 * @param missing organizations that were asked and whose report is not here
 * @param fingerprint changes with every change of what the export holds
 */
record ExportedRound(
        UUID roundId,
        String title,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        int expected,
        List<Missing> missing,
        String fingerprint) {

    ExportedRound {
        missing = List.copyOf(missing);
    }

    record Missing(UUID organizationId, @Nullable String organizationName) {}
}
