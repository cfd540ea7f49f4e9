package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/** What holds between the things of the directory. */
@Singleton
class DirectoryRules {

    /** @param reason why the past is changed; null for changes of today and later */
    record When(LocalDate validFrom, @Nullable String reason, UUID by) {

        When {
            requirePossible(validFrom);
        }
    }

    /** @throws Problem.Invalid for a day before the state of today was founded, or beyond what anybody plans */
    static void requirePossible(LocalDate day) {
        if (day.getYear() < 1945 || day.getYear() > 2199) {
            throw new Problem.Invalid("directory.day-impossible");
        }
    }

    private final Jdbi db;
    private final Histories histories;
    private final Clock clock;

    DirectoryRules(Jdbi db, Histories histories, Clock clock) {
        this.db = db;
        this.histories = histories;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Keeps the reason of a change of the past.
     *
     * @throws Problem.RuleBroken when the past is changed without one
     */
    void requireReasonForPast(When when, UUID subjectId) {
        if (!when.validFrom().isBefore(today())) {
            return;
        }
        if (when.reason() == null || when.reason().isBlank()) {
            throw new Problem.RuleBroken("directory.past-needs-reason", when.validFrom());
        }
        db.useHandle(handle -> handle.execute(
                "insert into directory_correction values (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                subjectId,
                when.validFrom(),
                when.reason(),
                when.by(),
                OffsetDateTime.now(clock)));
    }

    /** @throws Problem.RuleBroken when the parent does not exist then, stands lower, or lies below the organization itself */
    void requireParent(UUID id, OrganizationLevel level, @Nullable UUID parentId, LocalDate day) {
        ParentRules.require(id, level, parentId, day, histories::organization);
    }

    /** @throws Problem.RuleBroken when a unit of the organization cannot stand for that one then */
    void requireRepresented(UUID organizationId, @Nullable UUID representedId, LocalDate day) {
        if (representedId == null) {
            return;
        }
        var host = histories.organization(organizationId);
        var body = histories.organization(representedId);
        if (host.isEmpty()
                || body.isEmpty()
                || !ParentRules.mayStandFor(host.get(), body.get(), day, histories::organization)) {
            throw new Problem.RuleBroken("unit.represents-unrelated", day);
        }
    }

    /** @throws Problem.RuleBroken when another organization has, or for administrative codes ever had, the code or alias */
    void requireFreeCodes(OrganizationHistory organization) {
        taken(
                "select true from directory_organization where organization_id <> :id and alias = :value",
                organization,
                organization.alias(),
                "organization.alias-taken");
        for (var entry : organization.timeline().entries()) {
            requireTerritory(organization, entry.state());
            taken("""
                    select true from directory_organization_period
                    where organization_id <> :id and administrative_code = :value""", organization, entry.state().administrativeCode(), "organization.administrative-code-taken");
            taken(
                    """
                    select true from directory_organization_period
                    where organization_id <> :id and agency_code = :value and validity && daterange('%s', %s, '[]')""".formatted(entry.from(), entry.to() == null ? "null" : "'" + entry.to() + "'"),
                    organization,
                    entry.state().agencyCode(),
                    "organization.agency-code-taken");
        }
    }

    private void requireTerritory(OrganizationHistory organization, OrganizationHistory.State state) {
        var parentLevel = state.parentId() == null
                ? null
                : db.withHandle(handle -> handle.createQuery(
                                "select level from directory_organization where organization_id = :id")
                        .bind("id", state.parentId())
                        .mapTo(OrganizationLevel.class)
                        .findOne()
                        .orElse(null));
        if (!TerritoryCodes.mayHave(
                organization.kind(), organization.level(), parentLevel, state.administrativeCode())) {
            throw new Problem.RuleBroken(
                    "organization.administrative-code-not-its-own", String.valueOf(state.administrativeCode()));
        }
    }

    private void taken(String query, OrganizationHistory organization, @Nullable String value, String problem) {
        if (value == null) {
            return;
        }
        var isTaken = db.withHandle(handle -> handle.createQuery(query)
                .bind("id", organization.id())
                .bind("value", value)
                .mapTo(Boolean.class)
                .findFirst()
                .isPresent());
        if (isTaken) {
            throw new Problem.RuleBroken(problem, value);
        }
    }
}
