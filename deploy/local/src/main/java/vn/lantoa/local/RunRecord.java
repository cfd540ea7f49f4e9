package vn.lantoa.local;

import java.time.Instant;
import java.util.Map;

/**
 * What {@code up} notes about a process it started, so that a later {@code up}, {@code status} or {@code down} knows it.
 *
 * @param fingerprint of command, environment and program files: differs when the part was rebuilt or set up anew
 * @param movableClock whether the part takes its time from the clock that only demo and tests may move
 */
record RunRecord(
        long pid, Instant startedAt, String stamp, Map<Port, Integer> ports, String fingerprint, boolean movableClock) {
    RunRecord {
        ports = Map.copyOf(ports);
    }

    static RunRecord of(ProcessHandle handle, Map<Port, Integer> ports, String fingerprint, boolean movableClock) {
        var identity = ProcessIdentity.of(handle);
        return new RunRecord(identity.pid(), identity.startedAt(), identity.stamp(), ports, fingerprint, movableClock);
    }

    ProcessIdentity identity() {
        return new ProcessIdentity(pid, startedAt, stamp);
    }
}
