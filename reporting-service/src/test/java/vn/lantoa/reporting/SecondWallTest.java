package vn.lantoa.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.SecondWall;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class SecondWallTest extends SecondWall {}
