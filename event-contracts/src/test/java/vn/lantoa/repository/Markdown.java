package vn.lantoa.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page links to, and which of that is not there. */
final class Markdown {

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    private Markdown() {}

    /** Links to files or headings of the repository that lead nowhere, as they are written. */
    static List<String> deadLinks(Path page, String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .filter(target -> leadsNowhere(page, text, target))
                .toList();
    }

    private static boolean leadsNowhere(Path page, String text, String target) {
        var parts = target.split("#", 2);
        var file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!file.equals(page) && !Files.exists(file)) {
            return true;
        }
        if (parts.length == 1 || !file.toString().endsWith(".md")) {
            return false;
        }
        return headings(file.equals(page) ? text : Repository.text(file)).noneMatch(parts[1]::equals);
    }

    /** Headings as addresses, the way forges make them: lower case, hyphens for spaces, nothing but letters and digits. */
    private static Stream<String> headings(String text) {
        return HEADING.matcher(text).results().map(heading -> heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'));
    }
}
