package vn.lantoa.notification.notice;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The Vietnamese texts of messages. Each template's first line is the subject, the rest the body; the number in its name is
 * its version.
 */
@Singleton
public class Texts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private final Engine templates;

    Texts(Engine templates) {
        this.templates = templates;
    }

    public record Text(String template, String title, String body) {}

    /** @param template for example {@code reminder-task.1} */
    public Text of(String template, Map<String, ?> data) {
        var parsed = templates.getTemplate(template + ".txt");
        if (parsed == null) {
            throw new IllegalArgumentException("No template " + template);
        }
        var text = Normalizer.normalize(parsed.render(inOneLineEach(data)), Normalizer.Form.NFC)
                .strip();
        int end = text.indexOf('\n');
        return new Text(
                template, text.substring(0, end).strip(), text.substring(end).strip());
    }

    /** What people wrote must not end the subject, nor begin a body of its own: their control characters become spaces. */
    private static Map<String, Object> inOneLineEach(Map<String, ?> data) {
        var safe = new HashMap<String, Object>();
        data.forEach((name, value) -> safe.put(name, inOneLine(value)));
        return safe;
    }

    private static Object inOneLine(Object value) {
        return switch (value) {
            case String text -> CONTROL.matcher(text).replaceAll(" ");
            case List<?> lines -> lines.stream().map(Texts::inOneLine).toList();
            default -> value;
        };
    }

    /** As officials write dates. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }
}
