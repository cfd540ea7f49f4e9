package vn.lantoa.plan.people;

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
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.quota.MovesMuch;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.ImportView;
import vn.lantoa.plan.csv.ImportViews;

@Path("/api/v1/organizations/{id}/people/imports")
@MovesMuch
@Consumes(CsvFile.MEDIA_TYPE)
@Tag(name = "People")
class PeopleImportResource {

    private final PreviewPeopleImport previewPeopleImport;
    private final ImportPeople importPeople;
    private final ImportViews importViews;
    private final Caller caller;

    PeopleImportResource(
            PreviewPeopleImport previewPeopleImport,
            ImportPeople importPeople,
            ImportViews importViews,
            Caller caller) {
        this.previewPeopleImport = previewPeopleImport;
        this.importPeople = importPeople;
        this.importViews = importViews;
        this.caller = caller;
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewPeopleImport",
            summary = "What a CSV file of people would add to an organization and change in it; writes nothing")
    @RequestBody(content = @Content(mediaType = CsvFile.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public ImportView preview(@RestPath UUID id, byte[] file) {
        caller.require(Role.ADMIN);
        return importViews.of(
                previewPeopleImport.preview(new PreviewPeopleImport.Command(acting(), caller.personId(), id, file)));
    }

    @POST
    @Operation(
            operationId = "importPeople",
            summary = "Write a CSV file of people exactly as its preview said, all of it or nothing",
            description = "Those who are new can act when their account exists, as after createPerson.")
    @RequestBody(content = @Content(mediaType = CsvFile.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public ImportView commit(
            @RestPath UUID id, @RestQuery @NotBlank @Size(max = 100) String previewToken, byte[] file) {
        caller.require(Role.ADMIN);
        return importViews.done(
                importPeople.handle(new ImportPeople.Command(acting(), caller.personId(), id, file, previewToken)));
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
