package vn.lantoa.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes into the description what every address has in common, so that a client made from it knows: the refusals, all in one
 * form; the idempotency key of each POST; and a name for every operation, unique in the service.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DescribedManners implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String PREFIX = "/api/v1/";
    private static final Set<String> UNCOUNTED = Set.of("evidence");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description.getComponents().addSchema(PROBLEM, problem());
        description
                .getComponents()
                .addResponse(
                        PROBLEM,
                        OASFactory.createAPIResponse()
                                .description("Why not, and what to do next (docs/errors.md)")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                ProblemResponses.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref(PROBLEM)))));
        var names = new HashSet<String>();
        description.getPaths().getPathItems().forEach((address, item) -> {
            if (address.startsWith(PREFIX)) {
                item.getOperations().forEach((method, operation) -> describe(address, method, operation, names));
            }
        });
    }

    private static void describe(
            String address, PathItem.HttpMethod method, Operation operation, HashSet<String> names) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(name(method, address));
        }
        if (!names.add(operation.getOperationId())) {
            throw new IllegalStateException("Two operations are called " + operation.getOperationId() + ", one of them "
                    + method + " " + address + ": give it an operationId of its own");
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(OASFactory.createParameter()
                    .name(Idempotency.KEY)
                    .in(Parameter.In.HEADER)
                    .description("Makes sending again safe: the first answer is given again for 24 hours")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .maxLength(255)));
        }
        if (method == PathItem.HttpMethod.GET && answersJson(operation)) {
            operation.addParameter(OASFactory.createParameter()
                    .name(SparseAnswers.FIELDS)
                    .in(Parameter.In.QUERY)
                    .description("Only these members of the answer, of a list those of its items: id,leadUnit.name")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .maxLength(SparseAnswers.LONGEST)));
        }
        var statuses = new ArrayList<>(List.of("400", "401", "403", "429"));
        if (address.contains("{")) {
            statuses.add("404");
        }
        if (takesIfMatch(operation)) {
            statuses.addAll(List.of("412", "428"));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        statuses.stream().sorted().forEach(status -> operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEM)));
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
    }

    private static boolean answersJson(Operation operation) {
        var ok = operation.getResponses() == null
                ? null
                : operation.getResponses().getAPIResponse("200");
        var content =
                ok == null || ok.getContent() == null ? null : ok.getContent().getMediaType("application/json");
        return content != null
                && content.getSchema() != null
                && (content.getSchema().getRef() != null || content.getSchema().getItems() != null);
    }

    private static boolean takesIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> "If-Match".equalsIgnoreCase(it.getName()));
    }

    /** What a method and an address say together: {@code acceptTask} for {@code POST /tasks/{id}/accept}. */
    static String name(PathItem.HttpMethod method, String address) {
        var segments = Stream.of(address.substring(PREFIX.length()).split("/")).toList();
        var last = segments.getLast();
        boolean isOne = last.startsWith("{");
        var words = segments.stream().filter(it -> !it.startsWith("{")).toList();
        var before = words.subList(0, words.size() - 1).stream()
                .map(word -> word.equals("me") ? "My" : capital(singular(word)))
                .collect(Collectors.joining());
        var noun = words.getLast();
        boolean isMany = (noun.endsWith("s") || UNCOUNTED.contains(noun)) && !isOne;
        return switch (method) {
            case GET -> (isMany ? "list" : "get") + before + capital(isMany ? noun : singular(noun));
            case POST -> isMany ? "create" + before + capital(singular(noun)) : verb(noun, before);
            case PATCH -> "change" + before + capital(singular(noun));
            default -> method.name().toLowerCase(Locale.ROOT) + before + capital(singular(noun));
        };
    }

    /** {@code accept-result} of a task is {@code acceptTaskResult}. */
    private static String verb(String words, String of) {
        int end = words.indexOf('-');
        return end < 0 || words.endsWith("-all")
                ? lower(capital(words)) + of
                : words.substring(0, end) + of + capital(words.substring(end + 1));
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    private static String capital(String word) {
        return Stream.of(word.split("-"))
                .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1))
                .collect(Collectors.joining());
    }

    private static String lower(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    private static Schema problem() {
        var error = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text("JSON pointer into the body, or ?name of a parameter"))
                .addProperty("code", text("From the register of errors"))
                .addProperty("detail", text("In the language asked for"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457; some problems have further members")
                .required(List.of("type", "title", "status", "detail", "code", "traceId"))
                .addProperty("type", text("urn:lantoa:problem:<code>, stable"))
                .addProperty("title", text("What happened, in the language asked for"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What to do next, in the language asked for"))
                .addProperty("code", text("To branch on"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(error))
                .addProperty("traceId", text("To name when asking for help"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
