package vn.lantoa.plan.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.quota.MovesMuch;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.ImportView;
import vn.lantoa.plan.csv.ImportViews;

@Path("/api/v1/organizations/imports")
@MovesMuch
@MachineScope(write = Scope.DIRECTORY_WRITE)
@Consumes(CsvFile.MEDIA_TYPE)
@Tag(name = "Directory")
class DirectoryImportResource {

    private final PreviewImport previewImport;
    private final ImportOrganizations importOrganizations;
    private final ImportViews importViews;
    private final Caller caller;

    DirectoryImportResource(
            PreviewImport previewImport,
            ImportOrganizations importOrganizations,
            ImportViews importViews,
            Caller caller) {
        this.previewImport = previewImport;
        this.importOrganizations = importOrganizations;
        this.importViews = importViews;
        this.caller = caller;
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewOrganizationImport",
            summary = "What a CSV file of organizations would add and change, row by row; writes nothing")
    @RequestBody(content = @Content(mediaType = CsvFile.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public ImportView preview(byte[] file) {
        caller.require(Role.ADMIN);
        return importViews.of(previewImport.preview(new PreviewImport.Command(acting(), file)));
    }

    @POST
    @Operation(
            operationId = "importOrganizations",
            summary = "Write a CSV file of organizations exactly as its preview said, all of it or nothing")
    @RequestBody(content = @Content(mediaType = CsvFile.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public ImportView commit(@RestQuery @NotBlank @Size(max = 100) String previewToken, byte[] file) {
        caller.require(Role.ADMIN);
        return importViews.done(importOrganizations.handle(
                new ImportOrganizations.Command(acting(), caller.personId(), file, previewToken)));
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
