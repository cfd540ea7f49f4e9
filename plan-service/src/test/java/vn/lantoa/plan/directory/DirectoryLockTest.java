package vn.lantoa.plan.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.testkit.LantoaTestResource;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class DirectoryLockTest {

    @Inject
    Histories histories;

    @Test
    void whoWouldWaitTooLongBehindALargeFileIsToldToComeAgain() throws InterruptedException {
        var held = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            others.execute(() -> QuarkusTransaction.requiringNew().run(() -> {
                histories.lock();
                held.countDown();
                await(enough);
            }));
            held.await();

            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(histories::lock))
                    .isInstanceOf(Problem.Unavailable.class)
                    .hasMessage("directory.busy");

            enough.countDown();
        }
        QuarkusTransaction.requiringNew().run(histories::lock); // free again once the file is written
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
