package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanApproved;
import vn.lantoa.events.PlanConsulted;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanEvent;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReturned;
import vn.lantoa.events.PlanStarted;
import vn.lantoa.events.PlanSubmitted;
import vn.lantoa.events.Role;
import vn.lantoa.notification.notice.Notice;
import vn.lantoa.notification.notice.Notices;
import vn.lantoa.notification.notice.Recipients;
import vn.lantoa.notification.notice.Texts;

/** Tells whose turn it is on the way of a plan. What it orders is told task by task. */
@Singleton
class FollowPlans {

    private final Recipients recipients;
    private final Texts texts;
    private final Notices notices;

    FollowPlans(Recipients recipients, Texts texts, Notices notices) {
        this.recipients = recipients;
        this.texts = texts;
        this.notices = notices;
    }

    @Transactional(TxType.MANDATORY)
    void handle(PlanEvent event) {
        switch (event) {
            case PlanSubmitted it ->
                tell(it, Notice.Kind.PLAN_SUBMITTED, "plan-submitted.1", it.subject(), "", Role.LEADER);
            case PlanReturned it ->
                tell(
                        it,
                        Notice.Kind.PLAN_RETURNED,
                        "plan-returned.1",
                        it.subject(),
                        it.reason(),
                        Role.UNIT_HEAD,
                        Role.SPECIALIST);
            case PlanApproved it ->
                tell(it, Notice.Kind.PLAN_APPROVED, "plan-approved.1", it.subject(), "", Role.CLERK);
            case PlanConsulted _, PlanPromulgated _, PlanAmended _, PlanStarted _, PlanEnded _ -> {}
        }
    }

    private void tell(PlanEvent plan, Notice.Kind kind, String template, String subject, String words, Role... roles) {
        notices.give(
                kind,
                "PLAN",
                plan.planId(),
                texts.of(template, Map.of("name", subject, "words", words)),
                recipients.withRole(plan.organizationId(), roles));
    }
}
