package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.plan.edition.Editions;
import vn.lantoa.plan.register.TakeNumber;

/**
 * Takes in a plan that was issued on paper before it was entered here (nhập văn bản đã ban hành), and tells every service what is to be
 * done. A number or a date that the document leaves blank stays blank.
 */
@ApplicationScoped
class RegisterIssuedPlan {

    /**
     * @param number null when the document has none
     * @param issuedOn null when the document gives no day
     * @param signingMode null to keep the one in the document
     * @param leaderId who signed; null to find them by the name in the document
     */
    record Command(
            PlanChange change,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate issuedOn,
            @Nullable SigningMode signingMode,
            @Nullable UUID leaderId) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Leaders leaders;
    private final TakeNumber takeNumber;
    private final Editions editions;
    private final SendPlan sendPlan;
    private final Outbox outbox;
    private final Clock clock;

    RegisterIssuedPlan(
            Plans plans,
            IssuingBodies issuingBodies,
            Leaders leaders,
            TakeNumber takeNumber,
            Editions editions,
            SendPlan sendPlan,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.leaders = leaders;
        this.takeNumber = takeNumber;
        this.editions = editions;
        this.sendPlan = sendPlan;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        plan.require(PlanAction.REGISTER_ISSUED); // before its subject and signer are asked for
        var body = issuingBodies.get(change.organizationId());
        var by = change.now(clock);
        var issuedOn = command.issuedOn();
        var registration = Registration.of(
                command.number(),
                command.number() == null,
                command.symbol(),
                issuedOn == null ? lastPossibleDay(plan) : issuedOn);
        // before the register is locked: what cannot be taken in holds nobody up
        plan.requireIssuable(PlanAction.REGISTER_ISSUED, registration, body, by);
        var signer = plan.reading().signer();
        var leader =
                leaders.signer(change.organizationId(), command.leaderId(), signer == null ? null : signer.name());
        var issued = new IssuedOnPaper(
                numbered(plan, registration, by), issuedOn != null, mode(command.signingMode(), plan), leader);
        var promulgated = plan.registerIssued(issued, body, by);
        editions.keep(promulgated, by.at());
        outbox.publish(promulgated);
        sendPlan.handle(new SendPlan.Command(plan, body, by.at()));
    }

    /** The register may have passed by its number: it was given out on paper. */
    private Registration numbered(Plan plan, Registration stated, By by) {
        if (stated.withoutNumber()) {
            return stated;
        }
        var symbol = stated.symbol() != null
                ? stated.symbol()
                : plan.reading().document().symbol();
        return stated.numbered(takeNumber.handle(TakeNumber.Command.ofPlan(
                plan.organizationId(),
                plan.id(),
                plan.documentType(),
                stated.number(),
                symbol,
                stated.promulgatedOn(),
                plan.statedSubject(),
                true,
                by.person())));
    }

    /** Where the document leaves the day blank, it was issued on the last day at the latest that its words allow. */
    private LocalDate lastPossibleDay(Plan plan) {
        var today = LocalDate.now(clock);
        var stated = plan.reading().document().date();
        return stated == null || stated.latest().isAfter(today) ? today : stated.latest();
    }

    private static @Nullable String mode(@Nullable SigningMode chosen, Plan plan) {
        if (chosen != null) {
            return chosen.name();
        }
        var signer = plan.reading().signer();
        return signer == null || signer.mode() == null ? null : signer.mode().name();
    }
}
