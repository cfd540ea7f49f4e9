package vn.lantoa.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.OpenApiContract;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class OpenApiTest {

    @Test
    void descriptionIsTheOneThatWasReviewed() {
        OpenApiContract.assertUnchanged();
    }
}
