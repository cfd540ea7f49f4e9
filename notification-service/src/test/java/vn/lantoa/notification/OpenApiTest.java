package vn.lantoa.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.OpenApiContract;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
@QuarkusTestResource(MailSink.class)
class OpenApiTest {

    @Test
    void descriptionIsTheCheckedInOne() {
        OpenApiContract.assertUnchanged();
    }
}
