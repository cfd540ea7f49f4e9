package vn.lantoa.kit.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvents 1.0 event in structured JSON, as it lies on a topic.
 *
 * @param subject the aggregate; also the key of the record
 * @param organizationid extension: in whose name it happened
 * @param traceparent extension: the W3C trace it belongs to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventEnvelope(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        OffsetDateTime time,
        String datacontenttype,
        String dataschema,
        UUID organizationid,
        @Nullable String traceparent,
        JsonNode data) {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";
}
