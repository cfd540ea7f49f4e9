package vn.lantoa.plan.machines;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/**
 * With what a program shows who it is: a client at the identity provider, which alone knows the secret. Its id is that of the
 * membership with which the program comes.
 */
@Entity
@Table(name = "machine_key")
class MachineKey {

    static final int LONGEST_YEARS = 1;

    enum State {
        /** The identity provider does not know it yet. */
        PENDING,
        /** It can be used, or could until its last day. */
        READY,
        REVOKED
    }

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "client_id")
    @SuppressWarnings("UnusedVariable") // the column that belongs to it
    private MachineClient client;

    private @Nullable String subject;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Column(name = "retire_on")
    private @Nullable LocalDate retireOn;

    @Column(name = "secret_told_at")
    private @Nullable OffsetDateTime secretToldAt;

    @Column(name = "secret_told_to")
    private @Nullable UUID secretToldTo;

    @Column(name = "revoked_at")
    private @Nullable OffsetDateTime revokedAt;

    protected MachineKey() {}

    MachineKey(UUID id, MachineClient client, LocalDate validFrom, LocalDate validTo) {
        this.id = id;
        this.client = client;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** Never later than it would have ended anyway. */
    void retireOn(LocalDate day) {
        if (day.isBefore(lastDay())) {
            retireOn = day;
        }
    }

    void revoke(OffsetDateTime at) {
        if (revokedAt != null) {
            throw new Problem.RuleBroken("machine.key-revoked");
        }
        revokedAt = at;
    }

    void ready(String subjectOfTokens) {
        subject = subjectOfTokens;
    }

    void tellSecret(boolean wasUsed, UUID by, OffsetDateTime at) {
        if (revokedAt != null || at.toLocalDate().isAfter(lastDay())) {
            throw new Problem.RuleBroken("machine.key-revoked");
        }
        if (subject == null) {
            throw new Problem.RuleBroken("machine.key-not-ready").retryAfter(2);
        }
        if (wasUsed) {
            throw new Problem.RuleBroken("machine.key-in-use");
        }
        secretToldAt = at;
        secretToldTo = by;
    }

    State state() {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return subject == null ? State.PENDING : State.READY;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** Opens something, or will as soon as the identity provider knows it. */
    boolean isLive(LocalDate today) {
        return revokedAt == null && !today.isAfter(lastDay());
    }

    /** Its last day, as far as the key itself says. */
    LocalDate lastDay() {
        return retireOn != null && retireOn.isBefore(validTo) ? retireOn : validTo;
    }

    UUID id() {
        return id;
    }

    /** The name of the client at the identity provider: what the program sends as its {@code client_id}. */
    String clientId() {
        return "lantoa-m-" + id;
    }

    @Nullable
    String subject() {
        return subject;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    @Nullable
    LocalDate retireOn() {
        return retireOn;
    }

    @Nullable
    OffsetDateTime secretToldAt() {
        return secretToldAt;
    }

    @Nullable
    UUID secretToldTo() {
        return secretToldTo;
    }

    @Nullable
    OffsetDateTime revokedAt() {
        return revokedAt;
    }
}
