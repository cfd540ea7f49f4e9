package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final Load load = new Load(Duration.ofMillis(20), Duration.ofMillis(100));

    @Test
    void countsWhatSucceededAndWhatFailedApart() throws Exception {
        var calls = new AtomicInteger();

        var result = load.run("half", 2, _ -> () -> {
            if (calls.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("every second one");
            }
        });

        assertThat(result.failures()).isPositive();
        assertThat(result.latencies().getTotalCount()).isPositive();
        assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void eachClientHasAnOperationOfItsOwnThatIsClosed() throws Exception {
        var opened = new AtomicInteger();
        var closed = new AtomicInteger();

        load.run("four", 4, _ -> {
            opened.incrementAndGet();
            return new Operation() {
                @Override
                public void run() {}

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        });

        assertThat(opened).hasValue(8); // warm-up and measurement
        assertThat(closed).hasValue(8);
    }

    @Test
    void ratioIsOursOverRaw() throws Exception {
        var fast = load.run("fast", 1, _ -> () -> {});
        var text = new ByteArrayOutputStream();

        new Comparison(fast, fast).print(new PrintStream(text, true, StandardCharsets.UTF_8));

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("ratio ours / raw")
                .contains("1.00");
    }
}
