package vn.lantoa.plan.intake;

import java.time.Duration;

/**
 * What one document may cost. Sizes in bytes; {@code maxRatio} is decompressed to compressed size, applied to entries
 * above {@value #RATIO_FREE_BYTES} bytes; {@code maxXmlDepth} counts nested elements; {@code maxCharacters} bounds the
 * extracted text; {@code maxTime} the extraction of one document.
 */
public record IntakeLimits(
        long maxBytes,
        long maxDecompressedBytes,
        int maxRatio,
        int maxZipEntries,
        int maxXmlDepth,
        int maxPages,
        int maxCharacters,
        Duration maxTime) {

    static final long RATIO_FREE_BYTES = 1L << 20;

    public static IntakeLimits defaults() {
        return new IntakeLimits(20L << 20, 100L << 20, 100, 2_000, 100, 500, 1_000_000, Duration.ofSeconds(30));
    }

    public IntakeLimits {
        if (maxBytes < 1
                || maxBytes > Integer.MAX_VALUE - 8
                || maxDecompressedBytes < 1
                || maxRatio < 1
                || maxZipEntries < 1
                || maxXmlDepth < 1
                || maxPages < 1
                || maxCharacters < 1
                || !maxTime.isPositive()) {
            throw new IllegalArgumentException("limits must be positive and an upload must fit an array");
        }
    }
}
