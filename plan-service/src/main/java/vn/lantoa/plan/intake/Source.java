package vn.lantoa.plan.intake;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in {@link DocumentText#text()}: characters {@code [start, end)} and the words found there.
 * The words are the document's own, cut at {@value #MAX_WORDS} characters; {@code page} counts from 1 and is null
 * when the format has no fixed pages.
 */
public record Source(
        int start, int end, String words, @Nullable Integer page) {
    public static final int MAX_WORDS = 1000;
}
