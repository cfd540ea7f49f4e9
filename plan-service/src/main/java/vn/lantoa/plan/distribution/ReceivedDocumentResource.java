package vn.lantoa.plan.distribution;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/received-documents")
@Tag(
        name = "Received documents",
        description = "Documents that other organizations, or one's own, have sent to one's organization or unit")
class ReceivedDocumentResource {

    /** @param text the words of the document, once it is opened */
    @Schema(name = "ReceivedDocumentWithText")
    record WithText(
            ReceivedDocuments.Received document, @Nullable String text) {}

    private final ReceiveDocument receiveDocument;
    private final OpenDocument openDocument;
    private final ReceivedDocuments documents;
    private final Caller caller;

    ReceivedDocumentResource(
            ReceiveDocument receiveDocument, OpenDocument openDocument, ReceivedDocuments documents, Caller caller) {
        this.receiveDocument = receiveDocument;
        this.openDocument = openDocument;
        this.documents = documents;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listReceivedDocuments",
            summary = "What was sent to the acting organization, and to the caller's units, newest first")
    public Page<ReceivedDocuments.Received> list(
            @RestQuery @Nullable ReceiptState state,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var list = Cursor.listOf("received-documents", state);
        var keys = Cursor.read(list, cursor, 2);
        var before = keys.isEmpty() ? null : Cursor.moment(keys.getFirst());
        var beforeId = keys.isEmpty() ? null : Cursor.id(keys.getLast());
        return Page.cut(
                documents.list(reader(), state, before, beforeId, limit + 1),
                limit,
                last -> "/api/v1/received-documents?limit=" + limit + (state == null ? "" : "&state=" + state)
                        + "&cursor=" + Cursor.of(list, last.sentAt(), last.id()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getReceivedDocument", summary = "One of them; with its words once it is opened")
    public WithText get(@RestPath UUID id) {
        return shown(id);
    }

    @POST
    @Path("{id}/receive")
    @Operation(
            operationId = "receiveDocument",
            summary =
                    "Confirm receipt: the clerk or a leader of the organization; of what was sent to a unit, also its members")
    public WithText receive(@RestPath UUID id) {
        var unit = documents.get(reader(), id).unitId();
        if (unit == null || !caller.units().contains(unit)) {
            caller.require(Role.CLERK, Role.LEADER);
        }
        receiveDocument.handle(new ReceiveDocument.Command(reader(), id, caller.personId()));
        return shown(id);
    }

    @POST
    @Path("{id}/open")
    @Operation(
            operationId = "openReceivedDocument",
            summary = "Open it to read its words, after its receipt is confirmed")
    public WithText open(@RestPath UUID id) {
        openDocument.handle(new OpenDocument.Command(reader(), id, caller.personId()));
        return shown(id);
    }

    private WithText shown(UUID id) {
        var document = documents.get(reader(), id);
        return new WithText(document, document.state() == ReceiptState.OPENED ? documents.text(id) : null);
    }

    /** Clerks and leaders also see what was sent to the units. */
    private ReceivedDocuments.Reader reader() {
        return new ReceivedDocuments.Reader(
                caller.memberships().getFirst().organizationId(),
                caller.units(),
                caller.roles().contains(Role.CLERK) || caller.roles().contains(Role.LEADER));
    }
}
