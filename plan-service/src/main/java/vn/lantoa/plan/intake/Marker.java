package vn.lantoa.plan.intake;

import java.util.regex.Pattern;

/**
 * The number or bullet in front of a paragraph. Levels grow inwards: part, roman, decimal by depth, letter, dash, plus.
 *
 * @param label the number as it should have been printed ("II" for a scanned "I1."), or "-" for a bullet
 * @param width characters of the paragraph the marker takes
 */
record Marker(Kind kind, String label, int level, int width) {

    enum Kind {
        PART,
        ROMAN,
        DECIMAL,
        LETTER,
        DASH,
        PLUS
    }

    static final int ROMAN_LEVEL = 1;
    static final int LETTER_LEVEL = 7;
    private static final int DASH_LEVEL = 8;

    private static final Pattern PART = Pattern.compile(
            "^(?:phan|chuong|muc|phu luc)\\s+(?:thu\\s+)?([ivx]{1,5}|\\d{1,2}|nhat|hai|ba|tu|nam)\\s*[.:\\-)]?\\s*");
    private static final Pattern CAPITAL = Pattern.compile("^([A-H])\\s?[.\\-)]\\s*(?=\\p{Lu})");
    private static final Pattern ROMAN = Pattern.compile("^([IVXl1|]{1,5})\\s?[.\\-:)/]\\s*(?=[\\p{L}“\"(])");
    private static final Pattern DECIMAL = Pattern.compile(
            "^(?:Điều\\s+)?(\\d{1,2}(?:\\.\\d{1,2}){1,3}(?:[.)/:]|(?=\\s|\\p{L}))|\\d{1,2}\\s?(?:[.)/](?!\\d)|-(?=\\s?\\p{Lu})))(?:\\s*(?=[\\p{L}“\"(])|\\s+(?=\\d{1,5}(?:[.,]\\d{1,3})*\\s?(?:%|\\p{L})))");
    private static final Pattern LETTER = Pattern.compile("^([a-zđ]\\d?)\\s?[.)/]\\s*(?=[\\p{L}\\d“\"(])");
    private static final Pattern DASH = Pattern.compile("^[-–—•●▪■◦·○*]\\s*(?=\\S)");
    private static final Pattern PLUS = Pattern.compile("^\\+\\s*(?=\\S)");
    private static final Pattern REAL_ROMAN = Pattern.compile("X{0,3}(?:IX|IV|V?I{0,3})");

    static @org.jspecify.annotations.Nullable Marker of(Passage paragraph) {
        var text = paragraph.text();
        var part = PART.matcher(paragraph.folded());
        if (part.find() && Character.isUpperCase(text.charAt(0)) && paragraph.length() < 200) {
            return new Marker(Kind.PART, text.substring(0, part.end(1)), 0, part.end());
        }
        var roman = ROMAN.matcher(text);
        if (roman.find()) {
            var label = roman.group(1).replaceAll("[1l|]", "I");
            boolean digitsOnly = roman.group(1).matches("1{1,2}");
            if (!digitsOnly && REAL_ROMAN.matcher(label).matches()) {
                return new Marker(Kind.ROMAN, label, ROMAN_LEVEL, roman.end());
            }
        }
        var capital = CAPITAL.matcher(text);
        if (capital.find()) {
            return new Marker(Kind.PART, capital.group(1), 0, capital.end());
        }
        var decimal = DECIMAL.matcher(text);
        if (decimal.find()) {
            return decimal(decimal.group(1).replaceAll("[^\\d.]", "").replaceAll("\\.$", ""), decimal.end());
        }
        var letter = LETTER.matcher(text);
        if (letter.find()) {
            return new Marker(Kind.LETTER, letter.group(1), LETTER_LEVEL, letter.end());
        }
        var dash = DASH.matcher(text);
        if (dash.find()) {
            return new Marker(Kind.DASH, "-", DASH_LEVEL, dash.end());
        }
        var plus = PLUS.matcher(text);
        return plus.find() ? new Marker(Kind.PLUS, "+", DASH_LEVEL + 1, plus.end()) : null;
    }

    private static Marker decimal(String label, int width) {
        int depth = (int) label.chars().filter(c -> c == '.').count() + 1;
        return new Marker(Kind.DECIMAL, label, ROMAN_LEVEL + depth, width);
    }

    boolean isBullet() {
        return kind == Kind.DASH || kind == Kind.PLUS;
    }
}
