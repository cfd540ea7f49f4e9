package vn.lantoa.kit.quota;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lantoa.events.QuotaClass;

/** Requests of one client within a minute, where nothing else was set for its organization. */
@Singleton
public class QuotaDefaults {

    private final int screen;
    private final int machine;
    private final int bulk;

    QuotaDefaults(
            @ConfigProperty(name = "lantoa.quota.screen") int screen,
            @ConfigProperty(name = "lantoa.quota.machine") int machine,
            @ConfigProperty(name = "lantoa.quota.bulk") int bulk) {
        this.screen = screen;
        this.machine = machine;
        this.bulk = bulk;
    }

    public int of(QuotaClass quotaClass) {
        return switch (quotaClass) {
            case SCREEN -> screen;
            case MACHINE -> machine;
            case BULK -> bulk;
        };
    }
}
