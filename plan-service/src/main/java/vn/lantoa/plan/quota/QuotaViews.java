package vn.lantoa.plan.quota;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.events.QuotaClass;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.quota.QuotaDefaults;
import vn.lantoa.kit.quota.Quotas;

/** The quotas of an organization as they hold now. */
@Singleton
class QuotaViews implements CurrentState {

    @Schema(name = "Quotas")
    record QuotasView(List<QuotaView> items) {}

    /**
     * @param perMinute requests of one client within a minute, at each service
     * @param setApart false when it is the common quota of all
     */
    @Schema(name = "Quota")
    record QuotaView(QuotaClass quotaClass, int perMinute, boolean setApart) {}

    private final Quotas quotas;
    private final QuotaDefaults defaults;

    QuotaViews(Quotas quotas, QuotaDefaults defaults) {
        this.quotas = quotas;
        this.defaults = defaults;
    }

    @Override
    public Current current(String id) {
        var set = quotas.setFor(UUID.fromString(id));
        var view = new QuotasView(Arrays.stream(QuotaClass.values())
                .map(it -> new QuotaView(it, set.getOrDefault(it, defaults.of(it)), set.containsKey(it)))
                .toList());
        return new Current(view, EntityTag.ofParts(id, view));
    }
}
