package vn.lantoa.plan.machines;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Problem;

/**
 * A program that acts for one organization. It has one key at a time, and two while one replaces the other. What it may do is the same
 * with either: each key is a membership of the program, so that every service hears of a change as it hears of people.
 */
@Entity
@Table(name = "machine_client")
class MachineClient {

    /** Nobody forgets a program for longer. */
    static final int LONGEST_YEARS = 2;

    static final int KEYS_AT_A_TIME = 2;
    static final int USUAL_OVERLAP_DAYS = 14;
    static final int LONGEST_OVERLAP_DAYS = 90;

    enum State {
        ACTIVE,
        DISABLED
    }

    @Id
    private UUID id;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Version
    private long version;

    private String name;
    private String purpose;

    @Column(name = "contact_unit_id")
    private @Nullable UUID contactUnitId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> scopes;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @OneToMany(mappedBy = "client", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @OrderBy("id")
    private List<MachineKey> keys = new ArrayList<>();

    protected MachineClient() {}

    /**
     * What administrators decide.
     *
     * @param contactUnitId the unit that answers for it, and as whose specialist it works where its scopes let it change something;
     *     null when it only reads
     * @param validTo its last day, at most two years away
     */
    record Terms(String name, String purpose, @Nullable UUID contactUnitId, Set<Scope> scopes, LocalDate validTo) {}

    MachineClient(UUID id, UUID organizationId, Terms terms, UUID by, OffsetDateTime at) {
        this.id = id;
        this.organizationId = organizationId;
        this.state = State.ACTIVE;
        this.createdBy = by;
        set(terms, at);
    }

    void change(Terms terms, OffsetDateTime at) {
        set(terms, at);
    }

    private void set(Terms terms, OffsetDateTime at) {
        requireWithin(terms.validTo(), at.toLocalDate(), at.toLocalDate().plusYears(LONGEST_YEARS), "/validTo");
        name = terms.name();
        purpose = terms.purpose();
        contactUnitId = terms.contactUnitId();
        scopes = terms.scopes().stream().map(Scope::wire).sorted().toList();
        validTo = terms.validTo();
        changedAt = at;
    }

    /** With its organization; never later than it would have ended anyway. */
    void endAfter(LocalDate lastDay, OffsetDateTime at) {
        validTo = earlier(validTo, lastDay);
        changedAt = at;
    }

    void disable(OffsetDateTime at) {
        state = State.DISABLED;
        changedAt = at;
    }

    void enable(OffsetDateTime at) {
        state = State.ACTIVE;
        changedAt = at;
    }

    /**
     * Makes a key. One that is there already goes on for the time of the overlap.
     *
     * @param lastDay of the new key; null for as long as is allowed
     * @param overlapDays for which the older key stays valid, from 0
     * @throws Problem.RuleBroken when it is disabled, or has two keys already
     */
    MachineKey addKey(UUID keyId, @Nullable LocalDate lastDay, int overlapDays, OffsetDateTime at) {
        if (state == State.DISABLED) {
            throw new Problem.RuleBroken("machine.disabled");
        }
        var today = at.toLocalDate();
        var live = keys.stream().filter(key -> key.isLive(today)).toList();
        if (live.size() >= KEYS_AT_A_TIME) {
            throw new Problem.RuleBroken("machine.two-keys")
                    .with("keys", live.stream().map(MachineKey::id).toList());
        }
        var latest = earlier(today.plusYears(MachineKey.LONGEST_YEARS), validTo);
        var wanted = lastDay == null ? latest : lastDay;
        requireWithin(wanted, today, latest, "/validTo");
        live.forEach(key -> key.retireOn(today.plusDays(overlapDays)));
        var key = new MachineKey(keyId, this, today, wanted);
        keys.add(key);
        changedAt = at;
        return key;
    }

    void revokeKey(UUID keyId, OffsetDateTime at) {
        key(keyId).revoke(at);
        changedAt = at;
    }

    /** The identity provider knows the key. */
    void ready(UUID keyId, String subject, OffsetDateTime at) {
        key(keyId).ready(subject);
        changedAt = at;
    }

    /**
     * A new secret of the key may be told.
     *
     * @param wasUsed the program has come with the key: whoever has its secret now keeps it
     */
    void tellSecret(UUID keyId, boolean wasUsed, UUID by, OffsetDateTime at) {
        if (state == State.DISABLED) {
            throw new Problem.RuleBroken("machine.disabled");
        }
        key(keyId).tellSecret(wasUsed, by, at);
        changedAt = at;
    }

    MachineKey key(UUID keyId) {
        return keys.stream()
                .filter(it -> it.id().equals(keyId))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("machine.key-not-found"));
    }

    /** The last day on which a key opens anything. */
    LocalDate lastDayOf(MachineKey key) {
        return earlier(key.lastDay(), validTo);
    }

    boolean works(MachineKey key) {
        return state == State.ACTIVE && !key.isRevoked();
    }

    /** What every service is to know: one membership for each key that the identity provider knows. */
    List<MembershipRecorded> memberships() {
        return keys.stream()
                .filter(key -> key.subject() != null)
                .map(key -> new MembershipRecorded(
                        organizationId,
                        key.id(),
                        id,
                        String.valueOf(key.subject()),
                        MemberKind.MACHINE,
                        name,
                        null,
                        contactUnitId,
                        List.copyOf(roles(granted())),
                        null,
                        key.validFrom(),
                        lastDayOf(key),
                        works(key),
                        scopes))
                .toList();
    }

    /**
     * The roles that its scopes need behind the door. A program prepares, people decide: no scope gives the role of a head, a leader
     * or a clerk.
     */
    static Set<Role> roles(Collection<Scope> scopes) {
        var roles = EnumSet.of(Role.INTEGRATOR);
        for (var scope : scopes) {
            switch (scope) {
                case PLANS_WRITE, TASKS_WRITE, REPORTS_WRITE -> roles.add(Role.SPECIALIST);
                case DIRECTORY_WRITE -> roles.add(Role.ADMIN);
                case PLANS_READ, TASKS_READ, REPORTS_READ, NOTIFICATIONS_READ, DIRECTORY_READ, AUDIT_READ -> {}
            }
        }
        return roles;
    }

    private static void requireWithin(LocalDate day, LocalDate first, LocalDate last, String pointer) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new Problem.Invalid("request.invalid")
                    .errors(List.of(new Problem.Invalid.Error(pointer, "machine.last-day-out-of-bounds", first, last)));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    UUID id() {
        return id;
    }

    UUID organizationId() {
        return organizationId;
    }

    long version() {
        return version;
    }

    State state() {
        return state;
    }

    List<MachineKey> keys() {
        return keys;
    }

    UUID createdBy() {
        return createdBy;
    }

    OffsetDateTime changedAt() {
        return changedAt;
    }

    Set<Scope> granted() {
        return Scope.known(scopes);
    }

    Terms terms() {
        return new Terms(
                name, purpose, contactUnitId, granted().stream().collect(Collectors.toUnmodifiableSet()), validTo);
    }
}
