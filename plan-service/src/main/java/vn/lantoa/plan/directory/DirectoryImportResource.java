package vn.lantoa.plan.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.quota.MovesMuch;

@Path("/api/v1/organizations/imports")
@MovesMuch
@MachineScope(write = Scope.DIRECTORY_WRITE)
@Consumes(DirectoryImportResource.CSV)
@Tag(name = "Directory")
class DirectoryImportResource {

    static final String CSV = "text/csv";

    /**
     * @param rows those that add, change or are refused; rows that change nothing are only counted
     * @param previewToken to commit exactly this; null after the commit
     */
    @Schema(name = "OrganizationImport")
    record ImportView(
            long added,
            long changed,
            long unchanged,
            long refused,
            List<OrganizationImport.Line> rows,
            @Nullable String previewToken) {

        static ImportView of(OrganizationImport plan, @Nullable String token) {
            return new ImportView(
                    plan.count(OrganizationImport.Effect.ADD),
                    plan.count(OrganizationImport.Effect.CHANGE),
                    plan.count(OrganizationImport.Effect.NOTHING),
                    plan.count(OrganizationImport.Effect.ERROR),
                    plan.lines().stream()
                            .filter(it -> it.effect() != OrganizationImport.Effect.NOTHING)
                            .toList(),
                    token);
        }
    }

    private final PreviewImport previewImport;
    private final ImportOrganizations importOrganizations;
    private final Caller caller;

    DirectoryImportResource(PreviewImport previewImport, ImportOrganizations importOrganizations, Caller caller) {
        this.previewImport = previewImport;
        this.importOrganizations = importOrganizations;
        this.caller = caller;
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewOrganizationImport",
            summary = "What a CSV file of organizations would add and change, row by row; writes nothing")
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public ImportView preview(byte[] file) {
        caller.require(Role.ADMIN);
        var outcome = previewImport.preview(new PreviewImport.Command(acting(), file));
        return ImportView.of(outcome.plan(), outcome.token());
    }

    @POST
    @Operation(
            operationId = "importOrganizations",
            summary = "Write a CSV file of organizations exactly as its preview said, all of it or nothing")
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public ImportView commit(@RestQuery @NotBlank @Size(max = 100) String previewToken, byte[] file) {
        caller.require(Role.ADMIN);
        return ImportView.of(
                importOrganizations.handle(new ImportOrganizations.Command(acting(), file, previewToken)), null);
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
