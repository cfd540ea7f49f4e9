package vn.lantoa.testkit;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;

/** The one thing of {@link PoliteResource}: how it stands is its version. */
@Singleton
class PoliteThing implements CurrentState {

    record View(UUID id, long version) {}

    private final AtomicLong version = new AtomicLong();

    long change() {
        return version.incrementAndGet();
    }

    long version() {
        return version.get();
    }

    @Override
    public Current current(String id) {
        var thing = UUID.fromString(id);
        return new Current(new View(thing, version()), EntityTag.ofVersion(thing, version()));
    }
}
