package vn.lantoa.plan.document;

import org.jspecify.annotations.Nullable;

/**
 * How one element looks: what we write, and what the rule allows.
 *
 * @param size in points, as we write it; {@code minSize} and {@code maxSize} are what the rule allows
 * @param bold null when the rule leaves it open; we then write it upright and light
 * @param caps true when the rule wants capital letters
 * @param source where the rule stands, as an official would look it up
 */
record Look(
        Element element,
        double size,
        double minSize,
        double maxSize,
        @Nullable Boolean bold,
        @Nullable Boolean italic,
        boolean underlined,
        boolean caps,
        Align align,
        String source) {

    enum Align {
        LEFT("left", "canh trái"),
        CENTER("center", "canh giữa"),
        /** Flush on both sides. */
        JUSTIFY("both", "canh đều hai lề");

        private final String word;
        private final String vietnamese;

        Align(String word, String vietnamese) {
            this.word = word;
            this.vietnamese = vietnamese;
        }

        /** As WordprocessingML calls it. */
        String word() {
            return word;
        }

        String css() {
            return this == JUSTIFY ? "justify" : word;
        }

        String vietnamese() {
            return vietnamese;
        }
    }

    boolean isBold() {
        return Boolean.TRUE.equals(bold);
    }

    boolean isItalic() {
        return Boolean.TRUE.equals(italic);
    }
}
