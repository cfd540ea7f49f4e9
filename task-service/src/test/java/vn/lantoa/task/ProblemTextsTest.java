package vn.lantoa.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.lantoa.task.work.TaskAction;

class ProblemTextsTest {

    private static final Pattern CODE = Pattern.compile("\"((?:task|evidence)\\.[a-z-]+)\"");

    @Test
    void everyProblemHasItsTextsInBothLanguagesAndNoTextIsLeftOver() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src", "main", "java"))) {
            for (var source :
                    sources.filter(it -> it.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(source)).results().forEach(it -> codes.add(it.group(1)));
            }
        }
        for (var party : TaskAction.Party.values()) {
            codes.add("task.only-" + party.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        codes.remove("task.only-"); // the beginning of those
        var keys = new TreeSet<String>();
        codes.forEach(code -> {
            keys.add(code + ".title");
            keys.add(code + ".detail");
        });

        assertThat(texts("vi").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(texts("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(texts("vi").values())
                .allSatisfy(it -> assertThat(Normalizer.isNormalized((String) it, Normalizer.Form.NFC))
                        .isTrue());
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = ProblemTextsTest.class.getResourceAsStream("/messages/problems_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
