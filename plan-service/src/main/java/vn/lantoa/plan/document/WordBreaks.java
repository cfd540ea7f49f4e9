package vn.lantoa.plan.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Lines end between words only: "22/12/2024" and "57-NQ/TW" stay whole, which the library would break as it does addresses. */
final class WordBreaks implements FSTextBreaker {

    private static final int DONE = -1;

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    /** Where the next line may begin: behind the blanks that follow a word. */
    @Override
    public int next() {
        if (at >= text.length()) {
            return DONE;
        }
        int next = at;
        while (next < text.length() && text.charAt(next) != ' ') {
            next++;
        }
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        at = next;
        return at;
    }
}
