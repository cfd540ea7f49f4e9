package vn.lantoa.plan.register;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number of a register: 12, or 12a when it was put in behind the 12.
 *
 * @param value from 1 to 999,999
 * @param suffix one small letter, or empty
 */
public record RegisterNumber(int value, String suffix) {

    /** How a number is typed: leading zeros and the size of the letter do not matter. */
    public static final String PATTERN = "0{0,5}[1-9][0-9]{0,5}[a-zA-Z]?";

    static final int LARGEST = 999_999;

    private static final Pattern TYPED = Pattern.compile(PATTERN);
    private static final int FIRST_WITHOUT_ZERO = 10;

    /** @throws IllegalArgumentException when it is not typed like {@link #PATTERN} */
    public static RegisterNumber of(String typed) {
        if (!TYPED.matcher(typed).matches()) {
            throw new IllegalArgumentException("No number of a register: " + typed);
        }
        int digits = typed.length() - (Character.isLetter(typed.charAt(typed.length() - 1)) ? 1 : 0);
        return new RegisterNumber(
                Integer.parseInt(typed.substring(0, digits)),
                typed.substring(digits).toLowerCase(Locale.ROOT));
    }

    static RegisterNumber plain(int value) {
        return new RegisterNumber(value, "");
    }

    /** True for a number between two others, which takes none of the row. */
    boolean isInserted() {
        return !suffix.isEmpty();
    }

    /** As it is kept: without leading zeros. */
    public String text() {
        return value + suffix;
    }

    /** As it stands on a document: below ten with a zero in front (Decree 30/2020/NĐ-CP, Annex I). */
    public String printed() {
        return (value < FIRST_WITHOUT_ZERO ? "0" : "") + text();
    }
}
