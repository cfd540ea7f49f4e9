package vn.lantoa.plan.published;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import vn.lantoa.events.NotificationEvent;
import vn.lantoa.events.ReportEvent;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.kit.messaging.Delivery;
import vn.lantoa.kit.runtime.Ids;

/** Lets a test publish what another service would, without the way over its topic. */
@Singleton
public class PublishedByOthers {

    private final FollowPublished followPublished;

    PublishedByOthers(FollowPublished followPublished) {
        this.followPublished = followPublished;
    }

    public void hear(TaskEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> followPublished.task(new Delivery<>(Ids.next(), "task", null, null, event)));
    }

    public void hear(ReportEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> followPublished.report(new Delivery<>(Ids.next(), "report", null, null, event)));
    }

    public void hear(NotificationEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> followPublished.notification(new Delivery<>(Ids.next(), "notification", null, null, event)));
    }
}
