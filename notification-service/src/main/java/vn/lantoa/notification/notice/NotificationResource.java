package vn.lantoa.notification.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;

/** A person's inbox in the acting organization. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "inbox")
class NotificationResource {

    record NoticeView(
            UUID id,
            String kind,
            String subjectType,
            UUID subjectId,
            String title,
            String body,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime readAt,
            @Nullable OffsetDateTime acknowledgedAt) {}

    record Count(int unread) {}

    private final Caller caller;
    private final Mailbox mailbox;
    private final ReadNotices readNotices;

    NotificationResource(Caller caller, Mailbox mailbox, ReadNotices readNotices) {
        this.caller = caller;
        this.mailbox = mailbox;
        this.readNotices = readNotices;
    }

    @GET
    @Operation(summary = "My messages, newest first")
    public Page<NoticeView> list(
            @RestQuery @DefaultValue("false") boolean unread,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        return mailbox.page(caller.organizationId(), caller.personId(), unread, limit, cursor);
    }

    @GET
    @Path("unread-count")
    @Operation(summary = "How many of my messages are unread")
    public Count unreadCount() {
        return new Count(mailbox.unread(caller.organizationId(), caller.personId()));
    }

    @POST
    @Path("{id}/read")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Mark one message as read")
    public NoticeView read(@RestPath UUID id) {
        readNotices.handle(new ReadNotices.Command(caller.organizationId(), caller.personId(), id, false));
        return mailbox.get(caller.organizationId(), caller.personId(), id);
    }

    @POST
    @Path("{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Confirm one message: \"I know of it\". It counts as read")
    public NoticeView acknowledge(@RestPath UUID id) {
        readNotices.handle(new ReadNotices.Command(caller.organizationId(), caller.personId(), id, true));
        return mailbox.get(caller.organizationId(), caller.personId(), id);
    }

    @POST
    @Path("read-all")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Mark all my messages as read")
    public Count readAll() {
        readNotices.handle(new ReadNotices.Command(caller.organizationId(), caller.personId(), null, false));
        return unreadCount();
    }
}
