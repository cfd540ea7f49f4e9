package vn.lantoa.plan.intake;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;

/** Writes out the numbers Word paints in front of list paragraphs, counting as Word does. */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private final XWPFDocument document;
    private final Map<BigInteger, int[]> counters = new HashMap<>();
    private final Set<BigInteger> started = new HashSet<>();

    WordNumbering(XWPFDocument document) {
        this.document = document;
    }

    /** The number and a space, or nothing for a paragraph outside any list. */
    String numberOf(XWPFParagraph paragraph) {
        var numbering = numberingOf(paragraph);
        if (numbering == null || numbering.getNumId() == null || document.getNumbering() == null) {
            return "";
        }
        var num = document.getNumbering().getNum(numbering.getNumId().getVal());
        if (num == null
                || num.getCTNum().getAbstractNumId() == null
                || paragraph.getText().isBlank()) {
            return "";
        }
        int level =
                numbering.getIlvl() == null ? 0 : numbering.getIlvl().getVal().intValue();
        var abstractId = num.getCTNum().getAbstractNumId().getVal();
        if (level < 0 || level >= LEVELS || definition(num, abstractId, level) == null) {
            return "";
        }
        return painted(num, abstractId, level);
    }

    private String painted(XWPFNum num, BigInteger abstractId, int level) {
        var counts = counters.computeIfAbsent(abstractId, id -> new int[LEVELS]);
        restartIfOverridden(num, counts);
        for (int upper = 0; upper < level; upper++) {
            if (counts[upper] == 0) {
                counts[upper] = start(definition(num, abstractId, upper));
            }
        }
        counts[level] = counts[level] == 0 ? start(definition(num, abstractId, level)) : counts[level] + 1;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            counts[deeper] = 0;
        }
        var definition = definition(num, abstractId, level);
        if (definition == null || isBullet(definition)) {
            return "- ";
        }
        var pattern = definition.getLvlText() == null
                ? "%" + (level + 1) + "."
                : definition.getLvlText().getVal();
        for (int i = LEVELS; i >= 1; i--) {
            if (pattern.contains("%" + i)) {
                pattern = pattern.replace("%" + i, format(definition(num, abstractId, i - 1), counts[i - 1]));
            }
        }
        return pattern.isBlank() ? "" : pattern.strip() + " ";
    }

    private void restartIfOverridden(XWPFNum num, int[] counts) {
        if (!started.add(num.getCTNum().getNumId())) {
            return;
        }
        for (var override : num.getCTNum().getLvlOverrideList()) {
            int level = override.getIlvl() == null ? -1 : override.getIlvl().intValue();
            if (override.getStartOverride() != null && level >= 0 && level < LEVELS) {
                counts[level] = override.getStartOverride().getVal().intValue() - 1;
                if (counts[level] == 0) {
                    java.util.Arrays.fill(counts, level, LEVELS, 0);
                }
            }
        }
    }

    private @Nullable CTNumPr numberingOf(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().getPPr();
        if (properties != null && properties.getNumPr() != null) {
            return properties.getNumPr();
        }
        var styleId = paragraph.getStyle();
        for (int hops = 0; styleId != null && document.getStyles() != null && hops < LEVELS; hops++) {
            var style = document.getStyles().getStyle(styleId);
            if (style == null) {
                return null;
            }
            var ofStyle = style.getCTStyle().getPPr();
            if (ofStyle != null && ofStyle.getNumPr() != null) {
                return ofStyle.getNumPr();
            }
            styleId = style.getBasisStyleID();
        }
        return null;
    }

    private @Nullable CTLvl definition(XWPFNum num, BigInteger abstractId, int level) {
        for (var override : num.getCTNum().getLvlOverrideList()) {
            if (override.getLvl() != null
                    && override.getIlvl() != null
                    && override.getIlvl().intValue() == level) {
                return override.getLvl();
            }
        }
        var list = document.getNumbering().getAbstractNum(abstractId);
        if (list == null) {
            return null;
        }
        return list.getCTAbstractNum().getLvlList().stream()
                .filter(it -> it.getIlvl() != null && it.getIlvl().intValue() == level)
                .findFirst()
                .orElse(null);
    }

    private static boolean isBullet(CTLvl level) {
        return level.getNumFmt() != null
                && "bullet".equals(String.valueOf(level.getNumFmt().getVal()));
    }

    private static int start(@Nullable CTLvl level) {
        return level == null || level.getStart() == null
                ? 1
                : level.getStart().getVal().intValue();
    }

    private static String format(@Nullable CTLvl level, int count) {
        var kind = level == null || level.getNumFmt() == null
                ? "decimal"
                : String.valueOf(level.getNumFmt().getVal());
        return switch (kind) {
            case "upperRoman" -> roman(count).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(count);
            case "upperLetter" -> letters(count).toUpperCase(Locale.ROOT);
            case "lowerLetter" -> letters(count);
            case "decimalZero" -> String.format(Locale.ROOT, "%02d", count);
            case "none" -> "";
            default -> Integer.toString(count);
        };
    }

    private static String letters(int count) {
        return count < 1 ? "" : String.valueOf((char) ('a' + (count - 1) % 26)).repeat((count - 1) / 26 % 4 + 1);
    }

    private static String roman(int count) {
        var out = new StringBuilder();
        int rest = Math.min(count, 3999);
        for (int i = 0; i < ROMAN.length; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                out.append(ROMAN[i]);
            }
        }
        return out.toString();
    }
}
