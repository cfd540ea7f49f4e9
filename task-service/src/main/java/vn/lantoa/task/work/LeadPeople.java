package vn.lantoa.task.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who belongs to a task's lead unit today. */
@Singleton
class LeadPeople {

    private final Jdbi db;
    private final Clock clock;

    LeadPeople(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** True for people of the unit, and of the organization of its own that the unit stands for. */
    boolean belongToLead(Task task, UUID personId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from directory_membership
                            where person_id = :person and kind = 'PERSON' and active
                              and valid_from <= :today and (valid_to is null or valid_to >= :today)
                              and (organization_id = :organization and unit_id = :unit
                                   or organization_id = cast(:receiver as uuid)))""")
                .bind("person", personId)
                .bind("today", LocalDate.now(clock))
                .bind("organization", task.organizationId())
                .bind("unit", task.leadUnitId())
                .bind("receiver", task.receivingOrganizationId())
                .mapTo(Boolean.class)
                .one());
    }
}
