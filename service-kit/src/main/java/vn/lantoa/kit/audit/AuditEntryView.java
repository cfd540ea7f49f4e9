package vn.lantoa.kit.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry, read from its canonical text: what is shown is what was hashed.
 *
 * @param actor who did it; null when the system did
 * @param actorKind PERSON, MACHINE or SYSTEM
 * @param onBehalfOf the person who had delegated it
 * @param cause the event because of which the system did it
 * @param subjectVersion of the thing after the change
 */
@Schema(name = "AuditEntry")
record AuditEntryView(
        long sequence,
        UUID id,
        OffsetDateTime at,
        String action,
        @Nullable UUID actor,
        String actorKind,
        @Nullable UUID actorOrganization,
        @Nullable UUID onBehalfOf,
        @Nullable UUID cause,
        String subjectType,
        List<UUID> subjectIds,
        @Nullable Long subjectVersion,
        @Nullable String trace,
        String hash) {

    static AuditEntryView of(Chain.Link link) {
        var members = CanonicalJson.read(link.canonical());
        return new AuditEntryView(
                link.sequence(),
                UUID.fromString(text(members, "id")),
                OffsetDateTime.parse(text(members, "at")),
                text(members, "action"),
                id(members.get("actor")),
                text(members, "actorKind"),
                id(members.get("actorOrganization")),
                id(members.get("onBehalfOf")),
                id(members.get("cause")),
                text(members, "subjectType"),
                ((List<?>) members.getOrDefault("subjectIds", List.of()))
                        .stream().map(it -> UUID.fromString((String) it)).toList(),
                members.get("subjectVersion") instanceof Number version ? version.longValue() : null,
                (String) members.get("trace"),
                link.hash());
    }

    private static String text(TreeMap<String, Object> members, String name) {
        return String.valueOf(members.get(name));
    }

    private static @Nullable UUID id(@Nullable Object text) {
        return text == null ? null : UUID.fromString((String) text);
    }
}
