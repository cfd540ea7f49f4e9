package vn.lantoa.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;

/**
 * Takes every e-mail the system sends, delivers none, and lets it be read, as a program: {@code MailSink SMTP_PORT
 * HTTP_PORT}. {@code GET /messages} lists what arrived, oldest first, one entry per recipient; {@code DELETE /messages}
 * empties the box.
 */
final class MailSink {
    private static final JsonMapper JSON = new JsonMapper();

    private final GreenMail mail;

    private MailSink(GreenMail mail) {
        this.mail = mail;
    }

    public static void main(String[] arguments) throws IOException {
        var smtp = new ServerSetup(Integer.parseInt(arguments[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var mail = new GreenMail(smtp)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        var sink = new MailSink(mail);
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(arguments[1]));
        var http = HttpServer.create(address, 0);
        http.createContext("/messages", sink::answer);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> send(exchange, 200, JSON.writeValueAsBytes(messages()));
                case "DELETE" -> {
                    mail.purgeEmailFromAllMailboxes();
                    send(exchange, 204, new byte[0]);
                }
                default -> {
                    exchange.getResponseHeaders().add("Allow", "GET, DELETE");
                    send(exchange, 405, new byte[0]);
                }
            }
        } catch (MessagingException | FolderException e) {
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private ArrayNode messages() throws MessagingException, IOException {
        var list = JSON.createArrayNode();
        for (StoredMessage stored : mail.getManagers().getImapHostManager().getAllMessages().stream()
                .sorted(java.util.Comparator.comparing(StoredMessage::getReceivedDate))
                .toList()) {
            list.add(json(stored));
        }
        return list;
    }

    private static ObjectNode json(StoredMessage stored) throws MessagingException, IOException {
        MimeMessage message = stored.getMimeMessage();
        var json = JSON.createObjectNode();
        json.put("from", addresses(message.getFrom()));
        json.put("to", addresses(message.getRecipients(jakarta.mail.Message.RecipientType.TO)));
        json.put("subject", message.getSubject());
        json.put("text", text(message));
        json.put("receivedAt", stored.getReceivedDate().toInstant().toString());
        var headers = json.putObject("headers");
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        }
        return json;
    }

    private static String addresses(Address[] addresses) {
        if (addresses == null) {
            return "";
        }
        var text = new StringBuilder();
        for (Address address : addresses) {
            text.append(text.isEmpty() ? "" : ", ");
            text.append(address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString());
        }
        return text.toString();
    }

    /** The plain text if there is one, else whatever text there is. */
    private static String text(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof String text) {
            return text;
        }
        if (!(content instanceof Multipart parts)) {
            return "";
        }
        var found = "";
        for (int i = 0; i < parts.getCount(); i++) {
            var text = text(parts.getBodyPart(i));
            if (!text.isEmpty() && (found.isEmpty() || parts.getBodyPart(i).isMimeType("text/plain"))) {
                found = text;
            }
        }
        return found;
    }
}
