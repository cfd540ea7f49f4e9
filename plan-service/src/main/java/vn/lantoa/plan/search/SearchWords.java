package vn.lantoa.plan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lantoa.kit.http.ComposedText;
import vn.lantoa.kit.http.Problem;

/**
 * What somebody types to find a plan. Words between quotation marks belong together, as do those that punctuation joins: "95/KH-UBND".
 *
 * @param pieces as they were typed, composed; each holds a letter or digit
 */
public record SearchWords(List<String> pieces) {

    /** More than a person types; what is longer is refused. Characters. */
    public static final int MAXIMUM_LENGTH = 200;

    private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|[^\\s\\p{Cc}\"]+");
    private static final String BETWEEN = " +";

    public SearchWords {
        pieces = List.copyOf(pieces);
    }

    /** @throws Problem.Invalid when there is no letter or digit in it */
    public static SearchWords of(String typed) {
        var pieces = new ArrayList<String>();
        var found = PIECE.matcher(ComposedText.of(typed));
        while (found.find()) {
            var piece = found.group(1) == null ? found.group() : found.group(1);
            if (!new FoldedText(piece).words().isEmpty()) {
                pieces.add(piece);
            }
        }
        if (pieces.isEmpty()) {
            throw new Problem.Invalid("plan.search-without-words");
        }
        return new SearchWords(pieces);
    }

    /** From what shows most to what shows least: all in a row, then each piece by itself. */
    List<Pattern> rows() {
        var rows = new ArrayList<Pattern>();
        rows.add(row(pieces));
        pieces.forEach(piece -> rows.add(row(List.of(piece))));
        return rows;
    }

    private static Pattern row(List<String> some) {
        var words = some.stream()
                .flatMap(piece -> Arrays.stream(new FoldedText(piece).words().split(" ")))
                .map(Pattern::quote)
                .collect(Collectors.joining(BETWEEN));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + words);
    }
}
