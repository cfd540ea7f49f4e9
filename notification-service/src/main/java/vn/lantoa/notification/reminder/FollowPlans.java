package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Objects;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanApproved;
import vn.lantoa.events.PlanClosed;
import vn.lantoa.events.PlanConsulted;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanEvent;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReplaced;
import vn.lantoa.events.PlanReturned;
import vn.lantoa.events.PlanRevoked;
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
            case PlanConsulted it -> ask(it);
            case PlanStarted it ->
                tell(
                        it,
                        Notice.Kind.PLAN_STARTED,
                        "plan-started.1",
                        it.subject(),
                        Texts.date(it.startedOn()),
                        Role.LEADER,
                        Role.COORDINATOR);
            case PlanReplaced it -> end(it, "plan-replaced.1");
            case PlanRevoked it -> end(it, "plan-revoked.1");
            case PlanClosed it -> end(it, "plan-closed.1");
            case PlanPromulgated _, PlanAmended _ -> {}
        }
    }

    /** Heads of the units of the organization itself: who is asked from outside cannot see the draft, and answers by letter. */
    private void ask(PlanConsulted plan) {
        var heads = Recipients.each(plan.consultedUnitIds().stream()
                .flatMap(unit -> recipients.heads(plan.organizationId(), unit, null).stream())
                .toList());
        var words = Map.of("name", plan.subject(), "words", Texts.date(plan.answerUntil()));
        notices.give(
                Notice.Kind.PLAN_CONSULTED, "PLAN", plan.planId(), texts.of("plan-consulted.1", words), heads);
    }

    private void end(PlanEnded plan, String template) {
        tell(
                plan,
                Notice.Kind.PLAN_ENDED,
                template,
                plan.subject(),
                Objects.requireNonNullElse(plan.reason(), ""),
                Role.COORDINATOR,
                Role.UNIT_HEAD);
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
