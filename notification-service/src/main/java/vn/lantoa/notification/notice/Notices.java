package vn.lantoa.notification.notice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.NoticeHandedOver;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.runtime.Ids;

/** Gives messages to people: into their inbox at once, and onto the way of e-mail. */
@Singleton
public class Notices {

    private final Jdbi db;
    private final Outbox outbox;
    private final Clock clock;

    Notices(Jdbi db, Outbox outbox, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives each message once: one that the person has for the same subject, kind and occasion is left out. */
    @Transactional(TxType.MANDATORY)
    public void give(List<Notice> notices) {
        db.useHandle(handle -> notices.forEach(notice -> give(handle, notice)));
    }

    /** Tells people of something that just happened; the event's inbox row keeps a redelivery from telling it again. */
    @Transactional(TxType.MANDATORY)
    public void give(Notice.Kind kind, String subjectType, UUID subjectId, Texts.Text text, List<Member> people) {
        giveOnce(kind, subjectType, subjectId, Ids.next().toString(), text, people);
    }

    /** Tells each person once of one occasion, whatever number of events it comes from. */
    @Transactional(TxType.MANDATORY)
    public void giveOnce(
            Notice.Kind kind,
            String subjectType,
            UUID subjectId,
            String occasion,
            Texts.Text text,
            List<Member> people) {
        give(people.stream()
                .map(person -> new Notice(
                        person.organizationId(),
                        person,
                        kind,
                        subjectType,
                        subjectId,
                        occasion,
                        text.template(),
                        text.title(),
                        text.body()))
                .toList());
    }

    private void give(Handle handle, Notice notice) {
        var id = Ids.next();
        var now = OffsetDateTime.now(clock);
        if (!insert(handle, id, notice, now)) {
            return;
        }
        deliver(handle, id, "IN_APP", null, "HANDED_OVER", null, now);
        var email = notice.recipient().email();
        if (email == null || email.isBlank()) {
            deliver(handle, id, "EMAIL", null, "SKIPPED", "no-address", now);
        } else {
            deliver(handle, id, "EMAIL", email, "QUEUED", null, now);
        }
        outbox.publish(new NoticeHandedOver(
                id,
                notice.organizationId(),
                notice.recipient().personId(),
                "IN_APP",
                notice.subjectType(),
                notice.subjectId(),
                now));
    }

    private static boolean insert(Handle handle, UUID id, Notice notice, OffsetDateTime now) {
        return handle.createUpdate("""
                        insert into notice (notice_id, organization_id, recipient_id, kind, subject_type, subject_id,
                            occasion, template, title, body, created_at)
                        values (:id, :organization, :recipient, :kind, :subjectType, :subjectId, :occasion, :template,
                            :title, :body, :now)
                        on conflict (recipient_id, subject_type, subject_id, kind, occasion) do nothing""")
                        .bind("id", id)
                        .bind("organization", notice.organizationId())
                        .bind("recipient", notice.recipient().personId())
                        .bind("kind", notice.kind().name())
                        .bind("subjectType", notice.subjectType())
                        .bind("subjectId", notice.subjectId())
                        .bind("occasion", notice.occasion())
                        .bind("template", notice.template())
                        .bind("title", notice.title())
                        .bind("body", notice.body())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static void deliver(
            Handle handle,
            UUID noticeId,
            String channel,
            @Nullable String address,
            String state,
            @Nullable String reason,
            OffsetDateTime now) {
        handle.createUpdate("""
                        insert into delivery (delivery_id, notice_id, channel, address, state, reason, next_attempt_at,
                            handed_over_at)
                        values (:id, :notice, :channel, :address, :state, :reason, :now,
                            case when :state = 'HANDED_OVER' then cast(:now as timestamptz) end)""")
                .bind("id", Ids.next())
                .bind("notice", noticeId)
                .bind("channel", channel)
                .bind("address", address)
                .bind("state", state)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }
}
