package vn.lantoa.task.evidence;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.task.work.Actor;
import vn.lantoa.task.work.Tasks;

/** Attaching evidence to a task. */
@Path("/api/v1/tasks/{id}/evidence")
@MachineScope(write = Scope.TASKS_WRITE)
@Tag(name = "Minh chứng")
class TaskEvidenceResource {

    private static final int FIRST_DIGITAL_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 2_000;

    private final AttachEvidence attachEvidence;
    private final EvidenceFiles files;
    private final FileForms forms;
    private final Tasks tasks;
    private final Caller caller;

    TaskEvidenceResource(
            AttachEvidence attachEvidence, EvidenceFiles files, FileForms forms, Tasks tasks, Caller caller) {
        this.attachEvidence = attachEvidence;
        this.files = files;
        this.forms = forms;
        this.tasks = tasks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Attach a file as evidence, at most 25 MB",
            description =
                    "The same content for the same task is the same evidence: 200 instead of 201. The form fields are"
                            + " file, channel, and if known takenAt (RFC 3339), place and note.")
    @APIResponse(
            responseCode = "201",
            description = "The evidence; 200 when the task had it already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Evidence.class)))
    public Response attach(
            @RestPath UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String channel,
            @RestForm @Nullable String takenAt,
            @RestForm @Nullable String place,
            @RestForm @Nullable String note) {
        var actor = Actor.of(caller);
        tasks.requireDoer(id, actor);
        var errors = new ArrayList<Problem.Invalid.Error>();
        var proves = channel(channel, errors);
        var taken = instant(takenAt, errors);
        bounded("/place", place, errors);
        bounded("/note", note, errors);
        if (file == null) {
            errors.add(new Problem.Invalid.Error("/file", "evidence.file-missing"));
        }
        if (file == null || proves == null || !errors.isEmpty()) {
            throw new Problem.Invalid("request.invalid").errors(errors);
        }
        var attached = attach(new Upload(id, actor, file, proves, taken, place, note));
        var address = URI.create("/api/v1/evidence/" + attached.evidence().id());
        return (attached.isNew() ? Response.created(address) : Response.ok().location(address))
                .entity(attached.evidence())
                .build();
    }

    private record Upload(
            UUID taskId,
            Actor actor,
            FileUpload file,
            EvidenceChannel channel,
            @Nullable OffsetDateTime takenAt,
            @Nullable String place,
            @Nullable String note) {}

    private AttachEvidence.Attached attach(Upload upload) {
        var name = safeName(upload.file().fileName());
        try {
            if (upload.file().size() == 0) {
                throw new Problem.Unprocessable("evidence.empty");
            }
            FileForm form;
            try (var content = Files.newInputStream(upload.file().filePath())) {
                form = forms.of(content, name);
            }
            try (var content = Files.newInputStream(upload.file().filePath())) {
                return attachEvidence.handle(new AttachEvidence.Command(
                        upload.taskId(),
                        upload.actor(),
                        files.store(content),
                        form,
                        name,
                        upload.channel(),
                        upload.takenAt(),
                        composed(upload.place()),
                        composed(upload.note())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read", e);
        }
    }

    /** The last part of whatever path the sender's system wrote, composed Unicode, without control characters. */
    static String safeName(@Nullable String sent) {
        var name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static @Nullable EvidenceChannel channel(@Nullable String text, List<Problem.Invalid.Error> errors) {
        for (var channel : EvidenceChannel.values()) {
            if (channel.name().equals(text)) {
                return channel;
            }
        }
        errors.add(new Problem.Invalid.Error(
                "/channel",
                "evidence.channel-unknown",
                List.of(EvidenceChannel.values()).toString()));
        return null;
    }

    private static @Nullable OffsetDateTime instant(@Nullable String text, List<Problem.Invalid.Error> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var taken = OffsetDateTime.parse(text);
            if (taken.getYear() >= FIRST_DIGITAL_YEAR && taken.getYear() <= LAST_YEAR) {
                return taken;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below
        }
        errors.add(new Problem.Invalid.Error("/takenAt", "evidence.taken-at-unreadable"));
        return null;
    }

    private static @Nullable String composed(@Nullable String text) {
        return text == null || text.isBlank() ? null : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static void bounded(String pointer, @Nullable String text, List<Problem.Invalid.Error> errors) {
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\u0000') >= 0)) {
            errors.add(new Problem.Invalid.Error(pointer, "evidence.text-too-long", LONGEST_TEXT));
        }
    }
}
