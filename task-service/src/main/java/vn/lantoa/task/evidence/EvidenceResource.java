package vn.lantoa.task.evidence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

/** Evidence and its content, for the organizations that its task concerns. */
@Path("/api/v1/evidence/{id}")
@MachineScope(read = Scope.TASKS_READ)
@Tag(name = "Minh chứng")
class EvidenceResource {

    private final EvidenceRecords records;
    private final EvidenceFiles files;
    private final Caller caller;

    EvidenceResource(EvidenceRecords records, EvidenceFiles files, Caller caller) {
        this.records = records;
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What is known of a file")
    @APIResponse(
            responseCode = "200",
            description = "The evidence",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Evidence.class)))
    public Response get(@RestPath UUID id) {
        var evidence = visible(id);
        return Response.ok(evidence).tag(new EntityTag(evidence.contentHash())).build();
    }

    @GET
    @Path("content")
    @Operation(summary = "The file itself, always as a download")
    @APIResponse(
            responseCode = "200",
            description = "The content as it was sent; its ETag is its SHA-256",
            content = @Content(mediaType = "application/octet-stream"))
    public Response content(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var evidence = visible(id);
        var tag = new EntityTag(evidence.contentHash());
        if (known != null && known.contains(evidence.contentHash())) {
            return Response.notModified(tag).build();
        }
        var path = files.path(evidence.contentHash());
        if (!Files.isRegularFile(path)) {
            throw new Problem.NotFound("evidence.content-lost");
        }
        // A file sent by a person is never shown as a page of ours: no sniffing, no scripts, a download.
        return Response.ok(path.toFile(), evidence.contentType())
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(evidence.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private Evidence visible(UUID id) {
        caller.memberships();
        return records.visible(id, caller.organizationId())
                .orElseThrow(() -> new Problem.NotFound("evidence.not-found"));
    }

    /** RFC 6266: a plain name for old clients, the real one in UTF-8. */
    static String disposition(String fileName) {
        var plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        var encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
