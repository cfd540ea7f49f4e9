package vn.lantoa.plan.register;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/**
 * One register of one year, as its row stands while it is locked: which number comes next, and which typed ones it takes.
 *
 * @param code of the register: a document type, or a name of the organization's own for several
 * @param opening the number with which it began, or was taken up again, in this system; null while it has not begun
 * @param last the last number in the row
 */
record Register(String code, int year, @Nullable Integer opening, int last) {

    static Register untouched(String code, int year) {
        return new Register(code, year, null, 0);
    }

    RegisterNumber next() {
        return RegisterNumber.plain(last + 1);
    }

    /** A document gets the next number of the row. */
    Register advanced() {
        if (last >= RegisterNumber.LARGEST) {
            throw new Problem.RuleBroken("register.full", code);
        }
        return new Register(code, year, Objects.requireNonNullElse(opening, last + 1), last + 1);
    }

    /**
     * A document gets a number that somebody typed, and which is free.
     *
     * @param issuedBefore true when it bears the number already: then it may be any that was passed by
     * @throws Problem.Unprocessable when it is neither the next one, nor marked by a letter as inserted behind one that is passed
     */
    Register with(RegisterNumber typed, boolean issuedBefore) {
        if (typed.isInserted()) {
            if (typed.value() > last) {
                throw new Problem.Unprocessable("register.insertion-ahead", typed.text(), next().text())
                        .with("nextNumber", next().text());
            }
            return this;
        }
        if (opening == null) { // it begins in the middle of a year with what is entered first
            return new Register(code, year, typed.value(), typed.value());
        }
        if (typed.equals(next())) {
            return advanced();
        }
        if (issuedBefore && typed.value() <= last) {
            return this;
        }
        throw new Problem.Unprocessable("register.number-not-next", typed.text(), next().text())
                .with("nextNumber", next().text());
    }

    /**
     * It goes on with this number: those before it stand in the paper book, from which they can be entered later.
     *
     * @throws Problem.RuleBroken when the number has been reached
     */
    Register openedAt(int number) {
        if (number <= last) {
            throw new Problem.RuleBroken("register.opening-passed", String.valueOf(number), next().text())
                    .with("nextNumber", next().text());
        }
        return new Register(code, year, number, number - 1);
    }
}
