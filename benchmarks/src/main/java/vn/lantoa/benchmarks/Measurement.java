package vn.lantoa.benchmarks;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one load produced.
 *
 * @param latencies microseconds per operation
 * @param clientCpu share of one core that this client itself used
 */
record Measurement(String name, int clients, Duration elapsed, Histogram latencies, long failures, double clientCpu) {

    double perSecond() {
        return latencies.getTotalCount() * 1e9 / elapsed.toNanos();
    }

    double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1000.0;
    }
}
