package vn.lantoa.plan.search;

/**
 * A few words around what was found, on one line.
 *
 * @param text at most {@value #LENGTH} characters and an ellipsis at each end
 * @param start where the found words begin in it, {@code end} behind them
 * @param offset where they begin in the whole text
 */
record Snippet(String text, int start, int end, int offset, int length) {

    static final int LENGTH = 160;

    private static final int BEFORE = 50;
    private static final String MORE = "…";

    static Snippet of(String text, SearchWords words) {
        var folded = new FoldedText(text);
        var place = words.rows().stream()
                .flatMap(row -> folded.find(row).stream())
                .findFirst()
                .orElse(new FoldedText.Place(
                        0, 0)); // compared by the database in a way of its own: the beginning is shown
        int from = wordStart(text, Math.max(0, place.start() - BEFORE), place.start());
        int to = wordEnd(text, Math.min(text.length(), from + LENGTH), Math.min(place.end(), from + LENGTH));
        var cut = text.substring(from, to).replaceAll("[\\s\\p{Cc}]", " ");
        var before = from == 0 ? "" : MORE;
        int start = before.length() + place.start() - from;
        return new Snippet(
                before + cut + (to == text.length() ? "" : MORE),
                start,
                Math.min(start + place.end() - place.start(), before.length() + cut.length()),
                place.start(),
                place.end() - place.start());
    }

    private static int wordStart(String text, int from, int atMost) {
        int start = from;
        while (start > 0 && start < atMost && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static int wordEnd(String text, int to, int atLeast) {
        int end = to;
        while (end < text.length() && end > atLeast && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
