package vn.lantoa.events;

/** When people are reminded, and what became of notices, told by notification-service on topic {@code notifications}. */
public sealed interface NotificationEvent extends DomainEvent permits NoticeHandedOver, ReminderPolicyRecorded {}
