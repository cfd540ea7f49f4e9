package vn.lantoa.plan.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words for the district level, which ended on 1 July 2025 (two-level local government, Luật 72/2025/QH15). */
public final class AbolishedTiers {

    public static final LocalDate NO_DISTRICTS_SINCE = LocalDate.of(2025, 7, 1);

    private static final Pattern DISTRICT = Pattern.compile(
            "\\b(?:huyện|thị xã|thị trấn|quận)\\b|\\b(?:Huyện ủy|Huyện uỷ|Quận ủy)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HISTORY = Pattern.compile(
            "khong con|giai the|ket thuc hoat dong|khong to chuc|\\bcu\\b|\\(cu\\)|truoc day|sap nhap|truoc sap xep");

    /** @param start of the word in the text, {@code end} behind it */
    record Place(String word, int start, int end) {}

    private AbolishedTiers() {}

    /** The first such word of a sentence, unless the sentence speaks of the past. */
    public static Optional<String> in(String sentence) {
        return find(sentence, Folding.fold(sentence)).map(Place::word);
    }

    static Optional<Place> find(String sentence, String folded) {
        var matcher = DISTRICT.matcher(sentence);
        return matcher.find() && !HISTORY.matcher(folded).find()
                ? Optional.of(new Place(matcher.group(), matcher.start(), matcher.end()))
                : Optional.empty();
    }
}
