package vn.lantoa.plan.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.QuotaClass;
import vn.lantoa.events.QuotasRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.quota.Quotas;
import vn.lantoa.plan.directory.Reach;

/** Sets what an organization's clients may ask for apart from all others, and tells every service. */
@ApplicationScoped
class SetQuotas {

    /**
     * @param acting an organization above the other: nobody raises their own quota
     * @param ifMatch the state that the change was made for
     * @param perMinute replaces what was set; what is missing follows the common quota again
     */
    record Command(
            UUID acting, UUID organizationId, @Nullable String ifMatch, Map<QuotaClass, Integer> perMinute) {}

    private final Quotas quotas;
    private final QuotaViews views;
    private final Reach reach;
    private final DirectoryCopy copy;
    private final Outbox outbox;
    private final Jdbi db;

    SetQuotas(Quotas quotas, QuotaViews views, Reach reach, DirectoryCopy copy, Outbox outbox, Jdbi db) {
        this.quotas = quotas;
        this.views = views;
        this.reach = reach;
        this.copy = copy;
        this.outbox = outbox;
        this.db = db;
    }

    /**
     * @throws Problem.NotFound when the organization is not within the acting one
     * @throws Problem.RuleBroken when it is the acting one itself
     * @throws Problem.Stale when somebody else set them meanwhile
     */
    @Transactional
    @Audited(subject = "quotas", id = "organizationId", organization = "organizationId")
    void handle(Command command) {
        var id = command.organizationId();
        reach.requireManaged(command.acting(), id);
        if (id.equals(command.acting())) {
            throw new Problem.RuleBroken("quota.own");
        }
        // two who set the same organization's quotas at once come one after the other, and the second is told
        db.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext(?))", "quotas-" + id));
        var set = quotas.setFor(id);
        if (command.ifMatch() != null && !tag(id).isNamedBy(command.ifMatch(), false)) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        if (set.equals(command.perMinute())) {
            return;
        }
        var event = new QuotasRecorded(
                id,
                command.perMinute().entrySet().stream()
                        .map(it -> new QuotasRecorded.Quota(it.getKey(), it.getValue()))
                        .toList());
        copy.apply(event);
        outbox.publish(event);
    }

    private EntityTag tag(UUID organizationId) {
        return views.current(organizationId.toString()).tag();
    }
}
