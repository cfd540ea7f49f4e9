package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class NoTokensInLogsTest {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

    private final NoTokensInLogs filter = new NoTokensInLogs();

    @Test
    void aTokenIsTakenOutOfTheLine() {
        var record = new ExtLogRecord(
                Level.SEVERE, "ID token verification has failed: %s is refused", ExtLogRecord.FormatStyle.PRINTF, "x");
        record.setParameters(new Object[] {TOKEN});

        assertThat(filter.isLoggable(record)).isTrue();
        assertThat(record.getFormattedMessage())
                .isEqualTo("ID token verification has failed: <token> is refused")
                .doesNotContain("eyJ");
    }

    @Test
    void anErrorThatQuotesATokenIsLeftOut() {
        var record = new ExtLogRecord(Level.SEVERE, "Refused", "x");
        record.setThrown(new IllegalStateException("outer", new IllegalArgumentException("JWT: " + TOKEN)));

        assertThat(filter.isLoggable(record)).isTrue();
        assertThat(record.getThrown()).isNull();
    }

    @Test
    void everythingElseStaysAsItIs() {
        var failure = new IllegalStateException("connection refused");
        var record = new ExtLogRecord(Level.WARNING, "plan-service did not answer", "x");
        record.setThrown(failure);

        assertThat(filter.isLoggable(record)).isTrue();
        assertThat(record.getFormattedMessage()).isEqualTo("plan-service did not answer");
        assertThat(record.getThrown()).isSameAs(failure);
    }
}
