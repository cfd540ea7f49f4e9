package vn.lantoa.plan.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.http.Problem;

class RegisterTest {

    private static final Register EMPTY = Register.untouched("KE_HOACH", 2026);
    private static final Register AT_12 = new Register("KE_HOACH", 2026, 1, 12);

    @Test
    void aRegisterBeginsWithOneAndGoesOnByOne() {
        assertThat(EMPTY.next().printed()).isEqualTo("01");
        var first = EMPTY.advanced();
        assertThat(first).isEqualTo(new Register("KE_HOACH", 2026, 1, 1));
        assertThat(first.advanced().last()).isEqualTo(2);
    }

    @Test
    void aRegisterMayBeginInTheMiddleOfAYearWithWhatIsEnteredFirst() {
        assertThat(typed(EMPTY, "95")).isEqualTo(new Register("KE_HOACH", 2026, 95, 95));
    }

    @Test
    void aTypedNumberIsTheNextOne() {
        assertThat(typed(AT_12, "013").last()).isEqualTo(13);
        refused("register.number-not-next", () -> typed(AT_12, "14"));
        refused("register.number-not-next", () -> typed(AT_12, "7"));
    }

    @Test
    void aLetterMarksWhatIsInsertedAndMovesNothing() {
        assertThat(typed(AT_12, "12a")).isEqualTo(AT_12);
        assertThat(typed(AT_12, "3B")).isEqualTo(AT_12);
        refused("register.insertion-ahead", () -> typed(AT_12, "13a"));
        refused("register.insertion-ahead", () -> typed(EMPTY, "1a"));
    }

    @Test
    void numbersOfThePaperBookAreEnteredLater() {
        var taken = EMPTY.openedAt(96);

        assertThat(taken.next().text()).isEqualTo("96");
        assertThat(taken.with(RegisterNumber.of("43"), true)).isEqualTo(taken);
        refused("register.number-not-next", () -> taken.with(RegisterNumber.of("43"), false));
        refused("register.number-not-next", () -> taken.with(RegisterNumber.of("97"), true));
    }

    @Test
    void aRegisterIsOpenedAheadOnly() {
        assertThat(AT_12.openedAt(20).next().text()).isEqualTo("20");
        assertThat(AT_12.openedAt(13).next().text()).isEqualTo("13");
        refused("register.opening-passed", () -> AT_12.openedAt(12));
    }

    @Test
    void aRegisterEnds() {
        var full = new Register("KE_HOACH", 2026, 1, RegisterNumber.LARGEST);

        refused("register.full", full::advanced);
    }

    private static Register typed(Register register, String number) {
        return register.with(RegisterNumber.of(number), false);
    }

    private static void refused(String code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                .isEqualTo(code));
    }
}
