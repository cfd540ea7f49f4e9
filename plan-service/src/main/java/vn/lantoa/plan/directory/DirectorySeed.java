package vn.lantoa.plan.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills the directory of a new installation. What is known already is left alone, piece by piece: two instances may start
 * together, a start may be cut off in between, and what administrators changed since stays as it is.
 */
@ApplicationScoped
class DirectorySeed {

    private static final Logger LOG = Logger.getLogger(DirectorySeed.class);

    private final Optional<Path> file;
    private final ObjectMapper json;
    private final KnownIds knownIds;
    private final RecordOrganization recordOrganization;
    private final RecordUnit recordUnit;
    private final RecordMembership recordMembership;

    DirectorySeed(
            @ConfigProperty(name = "lantoa.directory.seed") Optional<Path> file,
            ObjectMapper json,
            KnownIds knownIds,
            RecordOrganization recordOrganization,
            RecordUnit recordUnit,
            RecordMembership recordMembership) {
        this.file = file;
        this.json = json;
        this.knownIds = knownIds;
        this.recordOrganization = recordOrganization;
        this.recordUnit = recordUnit;
        this.recordMembership = recordMembership;
    }

    void run(@Observes StartupEvent started) {
        file.ifPresent(this::fillFrom);
    }

    void fillFrom(Path source) {
        var seed = read(source);
        var organizations = knownIds.all(KnownIds.Table.ORGANIZATION);
        seed.organizationsRecorded()
                .filter(it -> !organizations.contains(it.organizationId()))
                .forEach(it -> recordOrganization.handle(new RecordOrganization.Command(it, true)));
        var units = knownIds.all(KnownIds.Table.UNIT);
        seed.unitsRecorded()
                .filter(it -> !units.contains(it.unitId()))
                .forEach(it -> recordUnit.handle(new RecordUnit.Command(it, true)));
        var memberships = knownIds.all(KnownIds.Table.MEMBERSHIP);
        seed.membershipsRecorded()
                .filter(it -> !memberships.contains(it.membershipId()))
                .forEach(it -> recordMembership.handle(new RecordMembership.Command(it, true)));
        LOG.infof("Directory filled from %s", source.getFileName());
    }

    private SeedFile read(Path source) {
        try {
            return json.readValue(source.toFile(), SeedFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the directory seed " + source, e);
        }
    }
}
