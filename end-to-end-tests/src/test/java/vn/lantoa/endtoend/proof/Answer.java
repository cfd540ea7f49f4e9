package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.StreamSupport;

/** What came back. */
record Answer(int status, String mediaType, String body) {

    private static final int MULTI_STATUS = 207;
    private static final JsonMapper JSON = new JsonMapper();

    boolean isSuccess() {
        return outcome() < 400;
    }

    /** The status; where many things were asked for at once (207), that of the one which went furthest. */
    int outcome() {
        return status == MULTI_STATUS
                ? StreamSupport.stream(json().path("items").spliterator(), false)
                        .mapToInt(item -> item.path("status").asInt())
                        .min()
                        .orElse(status)
                : status;
    }

    JsonNode json() {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }

    /** Everything a caller can tell two answers apart by, except what is of the one request: its ids and its trace. */
    String withoutTracesOf(Collection<String> ids) {
        var text = body;
        if (json() instanceof ObjectNode object) {
            for (var holder : object.findParents("traceId")) {
                ((ObjectNode) holder).remove("traceId");
            }
            object.remove("instance");
            text = object.toString();
        }
        for (var id : ids) {
            text = text.replace(id, "<id>");
        }
        return status + " " + mediaType + " " + text;
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 300 ? body.substring(0, 300) + "…" : body).replace('\n', ' ');
    }
}
