package vn.lantoa.events;

import java.util.UUID;

/** The life of a plan, told by plan-service on topic {@code plans}; the key is the plan. */
public sealed interface PlanEvent extends DomainEvent
        permits PlanConsulted, PlanSubmitted, PlanReturned, PlanApproved, PlanInForce, PlanStarted, PlanEnded {

    UUID planId();

    @Override
    default UUID aggregateId() {
        return planId();
    }
}
