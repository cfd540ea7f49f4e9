package vn.lantoa.gateway;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** The login extension writes a token that it refuses into its error, whole. Who reads logs must not get to act as somebody. */
@LoggingFilter(name = "no-tokens")
public final class NoTokensInLogs implements Filter {

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}(\\.[\\w-]*){1,4}");
    private static final int CAUSES = 10;

    @Override
    public boolean isLoggable(LogRecord record) {
        var message = record instanceof ExtLogRecord ours ? ours.getFormattedMessage() : record.getMessage();
        if (holdsToken(message)) {
            record.setParameters(null);
            var redacted = TOKEN.matcher(message).replaceAll("<token>");
            if (record instanceof ExtLogRecord ours) {
                ours.setMessage(redacted, ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                record.setMessage(redacted);
            }
        }
        var cause = record.getThrown();
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            if (holdsToken(cause.getMessage())) {
                record.setThrown(null); // its text cannot be changed; the line itself says what happened
                return true;
            }
            cause = cause.getCause();
        }
        return true;
    }

    private static boolean holdsToken(@Nullable String text) {
        return text != null && TOKEN.matcher(text).find();
    }
}
