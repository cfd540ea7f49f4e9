package vn.lantoa.reporting.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.runtime.Ids;

/** Asks each expected organization of a new round for one report. */
@Singleton
public class RequestReports {

    /** @param population inhabitants; null when unknown */
    public record Expected(UUID organizationId, @Nullable Long population) {}

    private final Reports reports;

    RequestReports(Reports reports) {
        this.reports = reports;
    }

    /** Runs in the transaction that opens the round. */
    public void handle(UUID roundId, UUID receivingOrganizationId, List<Expected> expected) {
        reports.persist(expected.stream()
                .map(it -> Report.requested(
                        Ids.next(), roundId, it.organizationId(), receivingOrganizationId, it.population())));
        reports.flush();
    }
}
