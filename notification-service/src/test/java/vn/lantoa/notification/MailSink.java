package vn.lantoa.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A real SMTP server for tests. A test finds what arrived through its field {@code mails}. */
public final class MailSink implements QuarkusTestResourceLifecycleManager {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                "LANTOA_SMTP_HOST", "127.0.0.1",
                "LANTOA_SMTP_PORT", String.valueOf(server.getSmtp().getPort()),
                "LANTOA_REMINDER_EVERY", "off",
                "LANTOA_DELIVERY_EVERY", "off");
    }

    @Override
    public void inject(TestInjector injector) {
        Supplier<List<Map<String, String>>> mails = () ->
                Arrays.stream(server.getReceivedMessages()).map(MailSink::mail).toList();
        injector.injectIntoFields(mails, field -> field.getName().equals("mails") && field.getType() == Supplier.class);
    }

    @Override
    public void stop() {
        server.stop();
    }

    private static Map<String, String> mail(MimeMessage message) {
        try {
            return Map.of(
                    "to", message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    "subject", message.getSubject(),
                    "id", message.getMessageID(),
                    "body", String.valueOf(message.getContent()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(GreenMailUtil.getWholeMessage(message), e);
        }
    }
}
