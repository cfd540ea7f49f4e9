package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Which tasks of a plan are not finished, as far as task-service has told. */
@Singleton
class OpenTasks {

    List<OpenTask> of(UUID planId) {
        return List.of();
    }
}
