package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.messaging.Outbox;

/** Records the whole state of a unit and tells every service. */
@ApplicationScoped
class RecordUnit {

    /** @param unlessPresent true to leave a unit alone that is known already */
    record Command(UnitRecorded unit, boolean unlessPresent) {}

    private final KnownIds knownIds;
    private final DirectoryCopy directory;
    private final Outbox outbox;

    RecordUnit(KnownIds knownIds, DirectoryCopy directory, Outbox outbox) {
        this.knownIds = knownIds;
        this.directory = directory;
        this.outbox = outbox;
    }

    @Transactional
    @Audited(subject = "unit", id = "unit.unitId", organization = "unit.organizationId")
    void handle(Command command) {
        var id = command.unit().unitId();
        if (command.unlessPresent() && knownIds.lockAndFind(KnownIds.Table.UNIT, id)) {
            return;
        }
        directory.apply(command.unit());
        outbox.publish(command.unit());
    }
}
