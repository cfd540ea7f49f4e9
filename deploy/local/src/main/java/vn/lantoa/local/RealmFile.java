package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm in the repository holds no secret: {@code @LANTOA_NAME@} stands where one belongs. */
final class RealmFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("@(LANTOA_[A-Z0-9_]+)@");

    private RealmFile() {}

    /** @param values answers a placeholder's name, or null when it knows none: that is refused, not passed on */
    static String fill(Path file, UnaryOperator<String> values) throws IOException {
        return PLACEHOLDER.matcher(Files.readString(file)).replaceAll(match -> {
            var value = values.apply(match.group(1));
            if (value == null) {
                throw new LaunchProblem(file + " asks for " + match.group() + ", which the launcher does not know.");
            }
            return Matcher.quoteReplacement(insideJson(value));
        });
    }

    private static String insideJson(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
