package vn.lantoa.events;

import java.util.UUID;

/** What became of notices, told by notification-service on topic {@code notifications}; the key is the notice. */
public sealed interface NotificationEvent extends DomainEvent permits NoticeHandedOver {

    UUID noticeId();

    @Override
    default UUID aggregateId() {
        return noticeId();
    }
}
