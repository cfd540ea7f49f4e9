package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.register.RegisterNumber;
import vn.lantoa.plan.register.TakeNumber;

/**
 * What the clerk gives a signed plan: its number and date.
 *
 * @param number without leading zeros; null while the register gives the next one, or when the plan is entered as "chưa có số"
 * @param withoutNumber true for "chưa có số"
 * @param symbol null to keep the one in the document
 */
record Registration(
        @Nullable String number,
        boolean withoutNumber,
        @Nullable String symbol,
        LocalDate promulgatedOn) {

    /** What stands behind the number. */
    static final String SYMBOL = "[\\p{L}\\p{N}][\\p{L}\\p{N}&./-]{0,49}";

    /** @throws Problem.Invalid when both a number and the decision to have none are given */
    static Registration of(
            @Nullable String number, boolean withoutNumber, @Nullable String symbol, LocalDate promulgatedOn) {
        if (withoutNumber && number != null) {
            throw new Problem.Invalid("plan.number-or-none");
        }
        return new Registration(
                number == null ? null : RegisterNumber.of(number).text(), withoutNumber, symbol, promulgatedOn);
    }

    /** With what the register gave. */
    Registration numbered(TakeNumber.Taken taken) {
        return new Registration(taken.number(), false, taken.symbol(), promulgatedOn);
    }

    /** Numbers below ten carry a zero in front (Decree 30/2020/NĐ-CP, Annex I). */
    static @Nullable String printed(@Nullable String number) {
        return number == null ? null : RegisterNumber.of(number).printed();
    }

    void requireNotAfter(LocalDate today) {
        if (promulgatedOn.isAfter(today)) {
            throw new Problem.RuleBroken("plan.promulgated-in-future", today.toString());
        }
    }

    Map<String, String> details() {
        var details = new HashMap<String, String>();
        details.put("promulgatedOn", promulgatedOn.toString());
        if (number != null) {
            details.put("number", number);
        }
        return details;
    }
}
