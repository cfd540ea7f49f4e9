package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;

/** Small judgements about words. */
final class Words {
    private static final String ENDS = ".;:!?";

    private Words() {}

    /** At least two letters and no small one. */
    static boolean isUpperCase(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters >= 2;
    }

    static boolean startsLowerCase(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    static boolean endsSentence(String text) {
        return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static int count(String text) {
        return text.isBlank() ? 0 : text.strip().split(" +").length;
    }

    /** Sentences; a full stop inside a number, an abbreviation or a quotation does not end one. */
    static List<Passage> sentences(Passage passage) {
        return split(passage, false);
    }

    /** Sentences, cut at semicolons too. */
    static List<Passage> clauses(Passage passage) {
        return split(passage, true);
    }

    private static List<Passage> split(Passage passage, boolean semicolons) {
        List<Passage> parts = new ArrayList<>();
        var text = passage.text();
        int begin = 0;
        int quoted = 0;
        int bracketed = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted += c == '“' ? 1 : c == '”' ? -1 : 0;
            bracketed += c == '(' ? 1 : c == ')' ? -1 : 0;
            quoted = Math.max(0, quoted);
            bracketed = Math.max(0, bracketed);
            boolean inside = quoted > 0 || bracketed > 0;
            if ((semicolons && c == ';' && !inside) || (c == '.' && !inside && endsHere(text, i))) {
                add(parts, passage.part(begin, i + 1));
                begin = i + 1;
            }
        }
        add(parts, passage.from(begin));
        return parts;
    }

    private static boolean endsHere(String text, int dot) {
        int next = dot + 1;
        if (next >= text.length()) {
            return true;
        }
        if (text.charAt(next) != ' ') {
            return false;
        }
        return next + 1 < text.length() && !Character.isLowerCase(text.charAt(next + 1)) && !abbreviates(text, dot);
    }

    /** "TM. ỦY BAN", "Tp. Hải" and single letters. */
    private static boolean abbreviates(String text, int dot) {
        int begin = text.lastIndexOf(' ', dot) + 1;
        var word = text.substring(begin, dot);
        return word.length() == 1 && Character.isLetter(word.charAt(0))
                || word.equals("TP")
                || word.equals("Tp")
                || word.equals("TM")
                || word.equals("KT")
                || word.equals("TS")
                || word.equals("ThS");
    }

    private static void add(List<Passage> parts, Passage part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    /** One space on both sides of a hyphen that has a space on one of them: "Văn hoá- Xã hội". */
    static String evenHyphens(String text) {
        return text.replaceAll("(?<=\\p{L})- (?=\\p{L})", " - ").replaceAll("(?<=\\p{L}) -(?=\\p{L})", " - ");
    }
}
