package vn.lantoa.kit.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records what a use case has done. Runs inside its transaction, and last: an entry that was written later stands later in the
 * chain, so that of two changes of one thing the cause is always before its effect.
 */
@Interceptor
@Audited(subject = "", id = "", organization = "")
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 500)
class AuditInterceptor {

    private final AuditTrail trail;
    private final Instance<EntityManager> aggregates;

    AuditInterceptor(AuditTrail trail, Instance<EntityManager> aggregates) {
        this.trail = trail;
        this.aggregates = aggregates;
    }

    @AroundInvoke
    @Nullable
    Object performAndRecord(InvocationContext useCase) throws Exception {
        var result = useCase.proceed();
        var method = useCase.getMethod();
        var audited = method.getAnnotation(Audited.class);
        var command = useCase.getParameters()[0];
        var subjects = AuditPath.ids(audited.id(), command, result);
        trail.record(new Performed(
                organization(audited, command, result),
                method.getDeclaringClass().getSimpleName(),
                audited.subject(),
                subjects,
                version(audited.entity(), subjects),
                command));
        return result;
    }

    private static UUID organization(Audited audited, Object command, @Nullable Object result) {
        if (AuditPath.value(audited.organization(), command, result) instanceof UUID organizationId) {
            return organizationId;
        }
        throw new IllegalStateException("No organization at " + audited.organization());
    }

    /** What the aggregate's version is once its change is written. */
    private @Nullable Long version(Class<?> entity, List<UUID> subjects) {
        if (entity == Void.class || subjects.size() != 1) {
            return null;
        }
        var manager = aggregates.get();
        manager.flush();
        var aggregate = manager.find(entity, subjects.getFirst());
        var version = aggregate == null
                ? null
                : manager.getEntityManagerFactory().getPersistenceUnitUtil().getVersion(aggregate);
        return version instanceof Number number ? number.longValue() : null;
    }
}
