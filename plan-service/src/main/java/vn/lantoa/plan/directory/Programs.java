package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programs that act for organizations, as far as mergers have to do with them. Who keeps the programs implements it. */
public interface Programs {

    /**
     * @param contactUnitId the unit that answers for it; null when it only reads
     * @param lastDay on which it opens anything
     */
    record Program(
            UUID clientId,
            UUID organizationId,
            String name,
            @Nullable UUID contactUnitId,
            LocalDate lastDay) {}

    /** Those of the organizations that may come on the day or later, disabled ones too; by id. */
    List<Program> holdingOn(Collection<UUID> organizations, LocalDate day);

    /** Nobody else lets in what an organization let in: it ends with it. */
    void end(Program program, LocalDate lastDay);
}
