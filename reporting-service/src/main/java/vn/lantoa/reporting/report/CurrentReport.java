package vn.lantoa.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.identity.Caller;

/** The report as the caller would read it now. */
@ApplicationScoped
class CurrentReport implements CurrentState {

    private final ReportReading reading;
    private final Caller caller;
    private final ObjectMapper json;

    CurrentReport(ReportReading reading, Caller caller, ObjectMapper json) {
        this.reading = reading;
        this.caller = caller;
        this.json = json;
    }

    @Override
    public Current current(String id) {
        var now = reading.get(UUID.fromString(id), Actor.of(caller));
        try {
            return new Current(now, EntityTag.of(json.writeValueAsBytes(now)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A report is always writable", impossible);
        }
    }
}
