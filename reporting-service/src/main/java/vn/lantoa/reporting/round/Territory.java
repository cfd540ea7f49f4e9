package vn.lantoa.reporting.round;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.reporting.report.RequestReports.Expected;

/** The communes of which an organization may ask reports. */
@Singleton
class Territory {

    private final Jdbi db;

    Territory(Jdbi db) {
        this.db = db;
    }

    /** The communes below a city that exist on a day; for a department of a city, those of its city. */
    List<Expected> communesAt(UUID organizationId, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery("""
                        select commune.organization_id, commune.population
                        from directory_organization asking
                            join directory_organization_period commune on commune.parent_id =
                                case when asking.kind = 'DEPARTMENT' then parent_on(asking.organization_id, :day)
                                    else asking.organization_id end
                            join directory_organization body on body.organization_id = commune.organization_id
                        where asking.organization_id = :id and asking.level = 'CITY'
                            and body.level = 'COMMUNE' and body.kind = 'PEOPLE_COMMITTEE'
                            and commune.validity @> cast(:day as date)
                        order by commune.name, commune.organization_id""")
                .bind("id", organizationId)
                .bind("day", day)
                .map((row, _) -> new Expected(
                        row.getObject("organization_id", UUID.class), row.getObject("population", Long.class)))
                .list());
    }
}
