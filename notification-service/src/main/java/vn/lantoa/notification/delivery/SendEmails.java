package vn.lantoa.notification.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.lantoa.events.NoticeHandedOver;
import vn.lantoa.kit.messaging.Outbox;

/**
 * Hands waiting e-mails to the mail server. The attempt is recorded before, the hand-over after it: a process that dies in
 * between repeats one e-mail at most, with the same Message-ID, by which servers and readers recognize it.
 */
@Singleton
class SendEmails {

    private static final Logger LOG = Logger.getLogger(SendEmails.class);
    private static final int AT_A_TIME = 50;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final EmailDeliveries deliveries;
    private final Mailer mailer;
    private final Outbox outbox;
    private final Clock clock;
    private final String sender;

    SendEmails(
            EmailDeliveries deliveries,
            Mailer mailer,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "quarkus.mailer.from") String sender) {
        this.deliveries = deliveries;
        this.mailer = mailer;
        this.outbox = outbox;
        this.clock = clock;
        this.sender = sender;
    }

    @Scheduled(every = "{lantoa.delivery.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        List<EmailDeliveries.Email> claimed;
        do {
            var now = OffsetDateTime.now(clock);
            claimed = QuarkusTransaction.requiringNew().call(() -> deliveries.claim(now, now.plus(LEASE), AT_A_TIME));
            claimed.forEach(this::sendIsolated);
        } while (claimed.size() == AT_A_TIME);
    }

    /** What cannot be recorded of one e-mail does not keep the others back; it is tried again after its lease. */
    private void sendIsolated(EmailDeliveries.Email email) {
        try {
            send(email);
        } catch (RuntimeException e) {
            LOG.errorf(e, "What became of e-mail %s is not recorded", email.deliveryId());
        }
    }

    private void send(EmailDeliveries.Email email) {
        try {
            mailer.send(Mail.withText(email.address(), email.title(), email.body())
                    .addHeader("Message-ID", "<" + email.deliveryId() + "@" + domain() + ">")
                    .addHeader("Auto-Submitted", "auto-generated"));
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> postpone(email, e));
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> confirm(email));
    }

    private void confirm(EmailDeliveries.Email email) {
        var now = OffsetDateTime.now(clock);
        deliveries.handedOver(email.deliveryId(), now);
        outbox.publish(new NoticeHandedOver(
                email.noticeId(),
                email.organizationId(),
                email.recipientId(),
                "EMAIL",
                email.subjectType(),
                email.subjectId(),
                now));
    }

    private void postpone(EmailDeliveries.Email email, RuntimeException failure) {
        var reason = failure.getClass().getSimpleName();
        RetryPolicy.after(email.attempt())
                .ifPresentOrElse(
                        pause -> {
                            LOG.warnf("E-mail %s waits %s: %s", email.deliveryId(), pause, reason);
                            deliveries.tryAgain(
                                    email.deliveryId(),
                                    OffsetDateTime.now(clock).plus(pause),
                                    reason);
                        },
                        () -> {
                            LOG.errorf("E-mail %s is given up: %s", email.deliveryId(), reason);
                            deliveries.giveUp(email.deliveryId(), reason);
                        });
    }

    private String domain() {
        return sender.substring(sender.indexOf('@') + 1).replace(">", "");
    }
}
