package vn.lantoa.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** {@code ?fields=id,leadUnit.name} at any GET of JSON: the answer has these members only, of a list each item. */
@Provider
@Singleton
@Priority(Manners.FIELDS)
class SparseAnswers implements ContainerRequestFilter, ContainerResponseFilter {

    /** The parameter that every GET of JSON takes. */
    static final String FIELDS = "fields";

    static final int LONGEST = 1000;

    private static final int LONGEST_SHOWN = 60;

    private static final String WANTED = SparseAnswers.class.getName();

    private final ObjectMapper json;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    SparseAnswers(ObjectMapper json) {
        this.json = json;
    }

    private record Wanted(Selection selection, boolean list, String text) {}

    @Override
    public void filter(ContainerRequestContext request) {
        var text = request.getUriInfo().getQueryParameters().getFirst(FIELDS);
        if (text == null || resource.getResourceMethod() == null) {
            return;
        }
        AnswerShape.of(resource.getResourceMethod(), json)
                .ifPresent(shape -> request.setProperty(WANTED, wanted(shape, text)));
    }

    private static Wanted wanted(AnswerShape shape, String text) {
        if (text.length() > LONGEST) {
            throw refusal("request.fields-too-long", LONGEST);
        }
        var paths = Arrays.stream(text.split(",", -1))
                .map(path -> List.of(path.split("\\.", -1)))
                .toList();
        for (var path : paths) {
            if (!shape.has(path)) {
                throw refusal(
                        "request.fields-unknown", String.join(", ", shape.names()), shown(String.join(".", path)));
            }
        }
        return new Wanted(Selection.of(paths), shape.isList(), text);
    }

    private static Problem refusal(String code, Object... arguments) {
        return new Problem.Invalid("request.invalid")
                .errors(List.of(new Problem.Invalid.Error("?" + FIELDS, code, arguments)));
    }

    private static String shown(String path) {
        return path.length() <= LONGEST_SHOWN ? path : path.substring(0, LONGEST_SHOWN) + '…';
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200
                || response.getEntity() == null
                || !(request.getProperty(WANTED) instanceof Wanted wanted)) {
            return;
        }
        var answer = json.valueToTree(response.getEntity());
        response.setEntity(
                wanted.list() && answer instanceof ObjectNode page
                        ? cut(page, wanted)
                        : wanted.selection().of(answer));
    }

    private static ObjectNode cut(ObjectNode page, Wanted wanted) {
        page.set("items", wanted.selection().of(page.get("items")));
        var next = page.path("next");
        if (next.isTextual() && !next.asText().matches(".*[?&]" + FIELDS + "=.*")) {
            var wantedAgain =
                    URLEncoder.encode(wanted.text(), StandardCharsets.UTF_8).replace("%2C", ",");
            page.put("next", next.asText() + '&' + FIELDS + '=' + wantedAgain);
        }
        return page;
    }
}
