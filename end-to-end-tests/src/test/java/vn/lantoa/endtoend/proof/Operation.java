package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** One path with one verb. */
record Operation(String verb, String path, List<Parameter> parameters, List<Body> bodies) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, boolean required, JsonNode schema) {

        boolean isId() {
            return schema.path("format").asText().equals("uuid");
        }
    }

    record Body(String mediaType, JsonNode schema) {}

    boolean isRead() {
        return verb.equals("GET") || verb.equals("HEAD") || verb.equals("OPTIONS");
    }

    /** The path up to and including each of its parameters: {@code /plans/{id}}, {@code /plans/{id}/items/{itemId}}. */
    List<String> places() {
        return PLACEHOLDER
                .matcher(path)
                .results()
                .map(found -> path.substring(0, found.end()))
                .toList();
    }

    /** The path with these values in place of its parameters, in their order. */
    String at(List<String> values) {
        var next = values.iterator();
        return PLACEHOLDER.matcher(path).replaceAll(_ -> java.util.regex.Matcher.quoteReplacement(next.next()));
    }

    List<Parameter> in(String where) {
        return parameters.stream().filter(it -> it.in().equals(where)).toList();
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
