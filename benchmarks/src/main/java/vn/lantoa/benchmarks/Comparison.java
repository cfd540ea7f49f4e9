package vn.lantoa.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/**
 * The raw limit and ours, side by side. A ratio is ours divided by raw: of throughput more is better, of the time that the 50th,
 * 95th and 99th operation of a hundred takes less is better.
 */
record Comparison(Measurement raw, Measurement ours) {

    double ratio() {
        return ours.perSecond() / raw.perSecond();
    }

    /** How many times as long ours takes at a percentile. */
    double timeRatio(double percentile) {
        return ours.millisAt(percentile) / raw.millisAt(percentile);
    }

    static void printHeader(PrintStream out) {
        out.printf(
                "%-40s %7s %10s %9s %9s %9s %9s %7s%n",
                "", "clients", "per s", "p50 ms", "p95 ms", "p99 ms", "client", "failed");
    }

    void print(PrintStream out) {
        row(out, raw);
        row(out, ours);
        out.printf(
                Locale.ROOT,
                "%-40s %7s %10.2f %9.2f %9.2f %9.2f%n",
                "  ratio ours / raw",
                "",
                ratio(),
                timeRatio(50),
                timeRatio(95),
                timeRatio(99));
    }

    private static void row(PrintStream out, Measurement it) {
        out.printf(
                Locale.ROOT,
                "%-40s %7d %10.0f %9.2f %9.2f %9.2f %8.0f%% %7d%n",
                it.name(),
                it.clients(),
                it.perSecond(),
                it.millisAt(50),
                it.millisAt(95),
                it.millisAt(99),
                it.clientCpu() * 100,
                it.failures());
    }
}
