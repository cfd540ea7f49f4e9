package vn.lantoa.plan.machines;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.plan.directory.Programs;

/** Machine clients as mergers of the directory ask for them. */
@Singleton
class ProgramsOfOrganizations implements Programs {

    private final Jdbi db;
    private final EndMachineClient endMachineClient;

    ProgramsOfOrganizations(Jdbi db, EndMachineClient endMachineClient) {
        this.db = db;
        this.endMachineClient = endMachineClient;
    }

    @Override
    public List<Program> holdingOn(Collection<UUID> organizations, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id, organization_id, name, contact_unit_id, valid_to from machine_client
                        where organization_id = any (:organizations) and valid_to >= :day
                        order by id""")
                .bind("organizations", organizations.toArray(UUID[]::new))
                .bind("day", day)
                .map((row, _) -> new Program(
                        row.getObject("id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getString("name"),
                        row.getObject("contact_unit_id", UUID.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list());
    }

    @Override
    public void end(Program program, LocalDate lastDay) {
        endMachineClient.handle(new EndMachineClient.Command(program.clientId(), program.organizationId(), lastDay));
    }
}
