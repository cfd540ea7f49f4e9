package vn.lantoa.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which members of an answer a caller wants, as a tree: of {@code id,leadUnit.name} two branches. */
final class Selection {

    private final Map<String, Selection> parts = new TreeMap<>();
    private boolean whole;

    private Selection() {}

    /** @param paths each one the names from the outside in */
    static Selection of(List<List<String>> paths) {
        var root = new Selection();
        for (var path : paths) {
            var place = root;
            for (var name : path) {
                place = place.parts.computeIfAbsent(name, _ -> new Selection());
            }
            place.whole = true;
        }
        return root;
    }

    /** What is left of a member; of an array, of each of its items. */
    JsonNode of(JsonNode node) {
        if (whole) {
            return node;
        }
        return switch (node) {
            case ArrayNode array -> {
                var left = array.arrayNode();
                array.forEach(item -> left.add(of(item)));
                yield left;
            }
            case ObjectNode object -> {
                var left = object.objectNode();
                object.properties().forEach(member -> {
                    var part = parts.get(member.getKey());
                    if (part != null) {
                        left.set(member.getKey(), part.of(member.getValue()));
                    }
                });
                yield left;
            }
            default -> node;
        };
    }
}
