package vn.lantoa.plan.calendar;

import jakarta.inject.Singleton;
import java.util.UUID;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;

/**
 * How the states of tables are called: {@code VN-2026.2} for the whole country, {@code xa-may-ha-2026.1} for an organization. The
 * name follows from owner, year and number alone, so that it means the same in every service and is never given twice.
 */
@Singleton
class TableNames {

    private static final String COUNTRY = "VN";
    private static final String TENTATIVE = "-tentative";

    private final Directory directory;

    TableNames(Directory directory) {
        this.directory = directory;
    }

    String version(UUID ownerId, int year, int number, boolean tentative) {
        var owner = ownerId.equals(CalendarRecorded.WHOLE_COUNTRY)
                ? COUNTRY
                : directory.organization(ownerId).map(Organization::alias).orElse(ownerId.toString());
        return owner + "-" + year + "." + number + (tentative ? TENTATIVE : "");
    }
}
