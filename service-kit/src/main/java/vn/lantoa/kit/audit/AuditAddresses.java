package vn.lantoa.kit.audit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Every service has the audit of its own changes. The code knows one address with the service as its parameter; the description
 * names the service's own, so that the gateway can lay all descriptions together.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AuditAddresses implements OASFilter {

    private static final String PARAMETER = "service";
    private static final String PREFIX = "/api/v1/audit/";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        var service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        var paths = OASFactory.createPaths();
        new TreeMap<>(description.getPaths().getPathItems()).forEach((address, item) -> {
            if (address.startsWith(PREFIX)) {
                ofService(item, service);
            }
            paths.addPathItem(address.replace(PREFIX + "{" + PARAMETER + "}", PREFIX + service), item);
        });
        description.setPaths(paths);
    }

    private static void ofService(PathItem item, String service) {
        item.setParameters(without(item.getParameters()));
        for (var operation : item.getOperations().values()) {
            operation.setParameters(without(operation.getParameters()));
            operation.setOperationId(operation.getOperationId() + "Of" + camelCase(service));
        }
    }

    private static List<org.eclipse.microprofile.openapi.models.parameters.Parameter> without(
            List<org.eclipse.microprofile.openapi.models.parameters.Parameter> parameters) {
        return parameters == null
                ? List.of()
                : parameters.stream()
                        .filter(it -> !PARAMETER.equals(it.getName()))
                        .toList();
    }

    private static String camelCase(String service) {
        var name = new StringBuilder();
        for (var word : service.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}
