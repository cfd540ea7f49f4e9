package vn.lantoa.plan.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class PlanSources implements PanacheRepositoryBase<PlanSource, UUID> {}
