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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.quota.MovesMuch;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.ImportView;
import vn.lantoa.plan.csv.ImportViews;

@Path("/api/v1/organizations/{organizationId}/units/imports")
@MovesMuch
@MachineScope(write = Scope.DIRECTORY_WRITE)
@Consumes(CsvFile.MEDIA_TYPE)
@Tag(name = "Directory")
class UnitImportResource {

    private final PreviewUnitImport previewUnitImport;
    private final ImportUnits importUnits;
    private final ImportViews importViews;
    private final Caller caller;

    UnitImportResource(
            PreviewUnitImport previewUnitImport, ImportUnits importUnits, ImportViews importViews, Caller caller) {
        this.previewUnitImport = previewUnitImport;
        this.importUnits = importUnits;
        this.importViews = importViews;
        this.caller = caller;
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewUnitImport",
            summary = "What a CSV file of units would add to an organization and change in it; writes nothing")
    @RequestBody(content = @Content(mediaType = CsvFile.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public ImportView preview(@RestPath UUID organizationId, byte[] file) {
        caller.require(Role.ADMIN);
        return importViews.of(previewUnitImport.preview(new PreviewUnitImport.Command(acting(), organizationId, file)));
    }

    @POST
    @Operation(
            operationId = "importUnits",
            summary = "Write a CSV file of units exactly as its preview said, all of it or nothing")
    @RequestBody(content = @Content(mediaType = CsvFile.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public ImportView commit(
            @RestPath UUID organizationId, @RestQuery @NotBlank @Size(max = 100) String previewToken, byte[] file) {
        caller.require(Role.ADMIN);
        return importViews.done(importUnits.handle(
                new ImportUnits.Command(acting(), caller.personId(), organizationId, file, previewToken)));
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
