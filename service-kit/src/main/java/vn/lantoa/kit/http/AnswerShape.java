package vn.lantoa.kit.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The members that an answer to a GET has, as its class declares them; of a list, those of its items. */
final class AnswerShape {

    private static final String ITEMS = "items";
    private static final String NEXT = "next";

    private final ObjectMapper json;
    private final JavaType type;
    private final boolean list;

    private AnswerShape(ObjectMapper json, JavaType answer) {
        this.json = json;
        var members = members(json, answer);
        var items = members.get(ITEMS);
        this.list = items != null && items.isCollectionLikeType() && members.containsKey(NEXT);
        this.type = list ? json.constructType(items.getContentType()) : answer;
    }

    /** Empty for what is no JSON of ours: files, text, streams. */
    static Optional<AnswerShape> of(Method method, ObjectMapper json) {
        return method.isAnnotationPresent(GET.class)
                ? answer(method, json).filter(AnswerShape::isOurs).map(answer -> new AnswerShape(json, answer))
                : Optional.empty();
    }

    boolean isList() {
        return list;
    }

    /** True when there is such a member; below a map, any name may be. */
    boolean has(List<String> path) {
        var place = type;
        for (var name : path) {
            place = content(place);
            if (place.isMapLikeType() || place.isJavaLangObject()) {
                return true;
            }
            var member = isOurs(place) ? members(json, place).get(name) : null;
            if (member == null) {
                return false;
            }
            place = member;
        }
        return true;
    }

    /** The names of the outermost members. */
    List<String> names() {
        return List.copyOf(members(json, type).keySet());
    }

    private static Optional<JavaType> answer(Method method, ObjectMapper json) {
        var declared = json.constructType(method.getGenericReturnType());
        if (declared.hasRawClass(RestResponse.class)) {
            return Optional.of(declared.containedTypeOrUnknown(0));
        }
        return declared.isTypeOrSubTypeOf(Response.class)
                ? Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                        .filter(it -> it.responseCode().equals("200"))
                        .flatMap(it -> Arrays.stream(it.content()))
                        .map(it -> json.constructType(it.schema().implementation()))
                        .findFirst()
                : Optional.of(declared);
    }

    private static JavaType content(JavaType type) {
        return type.isCollectionLikeType() || type.isArrayType() || type.isReferenceType()
                ? type.getContentType()
                : type;
    }

    private static boolean isOurs(JavaType type) {
        var answer = content(type);
        return answer.getRawClass().getName().startsWith("vn.lantoa.") && !answer.isEnumType();
    }

    private static Map<String, JavaType> members(ObjectMapper json, JavaType type) {
        var members = new TreeMap<String, JavaType>();
        if (isOurs(type)) {
            for (BeanPropertyDefinition member :
                    json.getSerializationConfig().introspect(content(type)).findProperties()) {
                var unwrapped = member.getAccessor() == null
                        ? null
                        : member.getAccessor().getAnnotation(JsonUnwrapped.class);
                if (unwrapped == null) {
                    members.put(member.getName(), member.getPrimaryType());
                } else { // its members stand in the answer itself
                    members.putAll(members(json, member.getPrimaryType()));
                }
            }
        }
        return members;
    }
}
