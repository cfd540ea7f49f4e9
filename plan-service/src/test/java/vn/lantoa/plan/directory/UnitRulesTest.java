package vn.lantoa.plan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;

class UnitRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);
    private static final UUID ORGANIZATION = UUID.randomUUID();

    @Test
    void nameIsFreeForAsLongAsTheUnitHoldsIt() {
        var planned = unit("Phòng X", JANUARY);
        var now = unit("phòng x", TODAY);
        var renamedInTime = now.with(now.timeline().change(JANUARY, state("Phòng Y")));
        var renamedTooLate = now.with(now.timeline().change(JANUARY.plusDays(1), state("Phòng Y")));

        taken(now, planned);
        taken(renamedTooLate, planned);
        taken(unit("Phòng X", TODAY), planned);
        assertThatCode(() -> UnitRules.require(renamedInTime, List.of(planned), TODAY))
                .doesNotThrowAnyException();
        assertThatCode(() -> UnitRules.require(planned, List.of(planned, renamedInTime), JANUARY))
                .doesNotThrowAnyException();
    }

    private static void taken(UnitHistory unit, UnitHistory other) {
        assertThatThrownBy(() -> UnitRules.require(unit, List.of(other), TODAY))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.code()).isEqualTo("unit.name-taken"));
    }

    private static UnitHistory unit(String name, LocalDate since) {
        return new UnitHistory(
                UUID.randomUUID(),
                ORGANIZATION,
                UnitKind.DEPARTMENT,
                Timeline.since(since, state(name)),
                List.of(),
                List.of());
    }

    private static UnitHistory.State state(String name) {
        return new UnitHistory.State(name, List.of(), null, null, List.of());
    }
}
