package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;

/** What came back. */
record Answer(int status, String mediaType, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    boolean isSuccess() {
        return status < 400;
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
            object.remove("traceId");
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
