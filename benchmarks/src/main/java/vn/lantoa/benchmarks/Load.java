package vn.lantoa.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The same client for every scenario: some clients in a closed loop, warmed up first, bounded in time. */
final class Load {

    private static final long HIGHEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;

    private final Duration warmUp;
    private final Duration measured;

    Load(Duration warmUp, Duration measured) {
        this.warmUp = warmUp;
        this.measured = measured;
    }

    Measurement run(String name, int clients, Operation.Factory factory) throws Exception {
        loop(clients, factory, warmUp, new ConcurrentHistogram(HIGHEST_MICROS, 3), new AtomicLong());
        var latencies = new ConcurrentHistogram(HIGHEST_MICROS, 3);
        var failures = new AtomicLong();
        var cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpuBefore = cpu.getProcessCpuTime();
        var elapsed = loop(clients, factory, measured, latencies, failures);
        double share = (cpu.getProcessCpuTime() - cpuBefore) / (double) elapsed.toNanos();
        if (latencies.getTotalCount() == 0) {
            throw new IllegalStateException(name + ": every operation failed, so there is nothing to compare with");
        }
        return new Measurement(name, clients, elapsed, latencies, failures.get(), share);
    }

    private static Duration loop(
            int clients, Operation.Factory factory, Duration length, Histogram latencies, AtomicLong failures)
            throws Exception {
        var operations = new ArrayList<Operation>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                operations.add(factory.create(client));
            }
            long start = System.nanoTime();
            long end = start + length.toNanos();
            var running = new ArrayList<Future<?>>();
            for (var operation : operations) {
                running.add(threads.submit(() -> repeat(operation, end, latencies, failures)));
            }
            for (var one : running) {
                one.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            for (var operation : operations) {
                operation.close();
            }
        }
    }

    private static void repeat(Operation operation, long end, Histogram latencies, AtomicLong failures) {
        long now = System.nanoTime();
        while (now < end) {
            try {
                operation.run();
                long done = System.nanoTime();
                latencies.recordValue(Math.min((done - now) / 1000, HIGHEST_MICROS));
                now = done;
            } catch (Exception e) {
                if (failures.incrementAndGet() == 1) {
                    System.err.println("First failure: " + e);
                }
                now = System.nanoTime();
            }
        }
    }
}
