package vn.lantoa.kit.runtime;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Lets the demo and tests move a service's clock. Not under {@code /api}, so no gateway leads here; absent (404) unless the
 * service was started with LANTOA_MOVABLE_CLOCK=true.
 */
@Path("/demo/clock")
@PermitAll
class ClockResource {

    record Time(OffsetDateTime now) {}

    private final MovableClock clock;
    private final boolean movable;

    ClockResource(MovableClock clock, @ConfigProperty(name = "lantoa.clock.movable") boolean movable) {
        this.clock = clock;
        this.movable = movable;
    }

    @GET
    @Operation(hidden = true)
    public Time now() {
        requireMovable();
        return new Time(OffsetDateTime.now(clock));
    }

    @PUT
    @Operation(hidden = true)
    public Time move(Time time) {
        requireMovable();
        clock.moveTo(time.now().toInstant());
        return now();
    }

    @DELETE
    @Operation(hidden = true)
    public Time reset() {
        requireMovable();
        clock.reset();
        return now();
    }

    private void requireMovable() {
        if (!movable) {
            throw new NotFoundException();
        }
    }
}
