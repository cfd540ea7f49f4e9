package vn.lantoa.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final UUID ORGANIZATION = UUID.fromString("0199c0de-0000-7000-8000-000000000001");

    @Test
    void beginningDiffersByOrganizationAndService() {
        var begin = Chain.begin(ORGANIZATION, "task-service");

        assertThat(begin.sequence()).isZero();
        assertThat(begin.hash())
                .isEqualTo("a929fd70050a342f6d92db80f597004cb31f3444d8fc0a5c2bb09f523bd0d0fe") // printf
                // 'lantoa-audit/1\n%s\ntask-service' | sha256sum
                .isNotEqualTo(Chain.begin(ORGANIZATION, "plan-service").hash())
                .isNotEqualTo(Chain.begin(new UUID(0, 1), "task-service").hash());
    }

    @Test
    void entryNamesItsPlaceAndTheOneBeforeIt() {
        var begin = Chain.begin(ORGANIZATION, "task-service");
        var first = Chain.append(begin, "{\"action\":\"AcceptTask\",\"service\":\"task-service\"}");
        var second = Chain.append(new Chain.Head(first.sequence(), first.hash()), "{\"action\":\"DeclineTask\"}");

        assertThat(first.canonical())
                .isEqualTo("{\"action\":\"AcceptTask\",\"previousHash\":\"" + begin.hash()
                        + "\",\"sequence\":1,\"service\":\"task-service\"}");
        assertThat(first.hash()).isEqualTo(Sha256.of(first.canonical()));
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.canonical()).contains("\"previousHash\":\"" + first.hash() + "\"");
    }
}
