package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The ways in which the body of a request is made wrong. */
enum Spoiling {
    WRONG_TYPE(Spoiling::wrongType),
    MISSING_FIELD(Spoiling::missingField),
    UNKNOWN_FIELD((draft, _) ->
            draft.text(draft.text().replaceFirst("\\{", "{\"khongCo\":1,").replace("1,}", "1}"))),
    DUPLICATE_FIELD(Spoiling::duplicateField),
    ODD_NUMBER((draft, random) -> leaf(draft, random, pick(random, Oddities.NUMBERS))),
    ODD_TEXT((draft, random) -> leaf(draft, random, '"' + pick(random, Oddities.TEXTS) + '"')),
    LONG_TEXT((draft, random) -> leaf(draft, random, '"' + "ư".repeat(1 << (8 + random.nextInt(11))) + '"')),
    DEEP_NESTING(Spoiling::deep),
    BROKEN_JSON((draft, random) -> draft.text(
            draft.text().substring(0, random.nextInt(Math.max(1, draft.text().length()))))),
    BROKEN_UTF8(Spoiling::brokenUtf8),
    TRAILING_GARBAGE((draft, random) ->
            draft.text(draft.text() + pick(random, List.of("{}", "]", "}", "null", "\u0000", "<x/>")))),
    OTHER_VALUE((draft, random) -> draft.text(pick(
            random,
            List.of("null", "[]", "0", "\"\"", "true", "[[]]", "[null]", "{}", " ", "NaN", "-", "{\"\":null}")))),
    EMPTY_BODY((draft, _) -> draft.text("")),
    MERGE_PATCH((draft, random) -> {
        draft.header("Content-Type", "application/merge-patch+json");
        leaf(draft, random, pick(random, List.of("null", "{\"a\":null}", "[null]", "{\"$patch\":\"delete\"}")));
    }),
    WRONG_CONTENT_TYPE((draft, random) -> draft.header("Content-Type", pick(random, Oddities.MEDIA_TYPES))),
    MULTIPART((draft, random) -> {
        draft.header("Content-Type", pick(random, Oddities.MULTIPART_TYPES));
        draft.text(pick(random, Oddities.MULTIPARTS));
    });

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private interface Hand {
        void spoil(Draft draft, Random random);
    }

    private final Hand hand;

    Spoiling(Hand hand) {
        this.hand = hand;
    }

    void spoil(Draft draft, Random random) {
        hand.spoil(draft, random);
    }

    static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void wrongType(Draft draft, Random random) {
        leaf(draft, random, pick(random, List.of("true", "1", "1.5", "\"x\"", "[]", "{}", "null", "[1]", "{\"a\":1}")));
    }

    private static void missingField(Draft draft, Random random) {
        change(draft, random, (object, name) -> object.remove(name));
    }

    private static void duplicateField(Draft draft, Random random) {
        if (read(draft) instanceof ObjectNode object && !object.isEmpty()) {
            var name = pick(random, names(object));
            draft.text("{" + JSON.valueToTree(name) + ":" + object.get(name) + ","
                    + object.toString().substring(1));
        } else {
            draft.text("{\"a\":1,\"a\":2}");
        }
    }

    private static void deep(Draft draft, Random random) {
        int depth = 1 << (4 + random.nextInt(14));
        var open = random.nextBoolean() ? "[" : "{\"a\":";
        var nested = open.repeat(depth) + "1" + (open.equals("[") ? "]" : "}").repeat(depth);
        if (random.nextBoolean()) {
            draft.text(nested);
        } else {
            leaf(draft, random, nested);
        }
    }

    private static void brokenUtf8(Draft draft, Random random) {
        var bad = pick(
                random,
                List.of(
                        new int[] {0xC0, 0xAF},
                        new int[] {0xFF},
                        new int[] {0xED, 0xA0, 0x80},
                        new int[] {0x80},
                        new int[] {0xF5, 0x80, 0x80, 0x80},
                        new int[] {0xE1, 0xBB}));
        int at = random.nextInt(draft.body.length + 1);
        var spoilt = new byte[draft.body.length + bad.length];
        System.arraycopy(draft.body, 0, spoilt, 0, at);
        for (int i = 0; i < bad.length; i++) {
            spoilt[at + i] = (byte) bad[i];
        }
        System.arraycopy(draft.body, at, spoilt, at + bad.length, draft.body.length - at);
        draft.body = spoilt;
    }

    /** Puts this JSON, or what pretends to be, in the place of one member somewhere in the body. */
    private static void leaf(Draft draft, Random random, String json) {
        var place = "@@place@@";
        change(draft, random, (object, name) -> object.set(name, NODES.textNode(place)));
        draft.text(draft.text().contains(place) ? draft.text().replace('"' + place + '"', json) : json);
    }

    private interface Change {
        void to(ObjectNode object, String name);
    }

    private static void change(Draft draft, Random random, Change change) {
        var root = read(draft);
        var objects = new ArrayList<ObjectNode>();
        collect(root, objects::add);
        if (!objects.isEmpty()) {
            var object = pick(random, objects);
            change.to(object, pick(random, names(object)));
            draft.text(root.toString());
        }
    }

    private static void collect(JsonNode node, Consumer<ObjectNode> found) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            found.accept(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, found));
        }
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static JsonNode read(Draft draft) {
        try {
            return JSON.readTree(draft.body);
        } catch (IOException _) {
            return NODES.objectNode();
        }
    }
}
