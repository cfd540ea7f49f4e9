package vn.lantoa.testkit;

import static java.util.Arrays.stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.machines.MachineAccess;

/** Which endpoints of a service let machine clients in, one a line: {@code GET /api/v1/plans plans:read}. All others do not. */
public final class MachineDoors {

    private MachineDoors() {}

    public static List<String> of(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(rootPackage).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(MachineDoors::doors)
                        .sorted()
                        .toList();
    }

    private static Stream<String> doors(Class<?> resource) {
        return stream(resource.getDeclaredMethods())
                .flatMap(method -> stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(verb -> door(resource, method, verb.value())))
                .filter(door -> door != null);
    }

    private static @Nullable String door(Class<?> resource, Method method, String verb) {
        var address = verb + " " + address(resource, method);
        return switch (MachineAccess.of(resource, method, verb)) {
            case MachineAccess.Closed _ -> null;
            case MachineAccess.Open _ -> address + " open";
            case MachineAccess.Scoped(var scope) -> address + " " + scope.wire();
        };
    }

    private static String address(Class<?> resource, Method method) {
        var path = method.getAnnotation(Path.class);
        var address = resource.getAnnotation(Path.class).value() + (path == null ? "" : "/" + path.value());
        return address.replaceAll("/+", "/");
    }
}
