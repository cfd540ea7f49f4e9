package vn.lantoa.plan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Serif: every letter is as wide as in Times New Roman, and its licence (SIL OFL 1.1) lets it lie in our package. Times New
 * Roman itself may not be handed on.
 */
enum Typeface {
    REGULAR("Regular", false, false),
    BOLD("Bold", true, false),
    ITALIC("Italic", false, true),
    BOLD_ITALIC("BoldItalic", true, true);

    private final String file;
    private final boolean bold;
    private final boolean italic;
    private final byte[] content;
    private final TrueTypeFont measure;
    private final CmapLookup glyphs;

    Typeface(String file, boolean bold, boolean italic) {
        this.file = "/liberation/LiberationSerif-" + file + ".ttf";
        this.bold = bold;
        this.italic = italic;
        try (var in = Objects.requireNonNull(Typeface.class.getResourceAsStream(this.file), this.file)) {
            this.content = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + this.file + " cannot be read", e);
        }
        this.measure = parsed();
        try {
            this.glyphs = measure.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + this.file + " cannot be read", e);
        }
    }

    /**
     * The font for one document: what is taken of it depends on the text. Without the rules for joined letters, which Vietnamese has no
     * use for and which took nine tenths of the time.
     */
    TrueTypeFont parsed() {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(content));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " cannot be read", e);
        }
    }

    boolean bold() {
        return bold;
    }

    boolean italic() {
        return italic;
    }

    static Typeface of(Look look) {
        return of(look.isBold(), look.isItalic());
    }

    static Typeface of(boolean bold, boolean italic) {
        if (bold) {
            return italic ? BOLD_ITALIC : BOLD;
        }
        return italic ? ITALIC : REGULAR;
    }

    /** How wide a text is on one line, in points. */
    double width(String text, double size) {
        try {
            synchronized (measure) { // the tables of a font are read when they are first asked for
                double units = 0;
                for (int codePoint : text.codePoints().toArray()) {
                    units += measure.getAdvanceWidth(glyphs.getGlyphId(codePoint));
                }
                return units * size / measure.getUnitsPerEm();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
