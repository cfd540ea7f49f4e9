package vn.lantoa.repository;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every problem that a module can answer with, read from its texts and its code. */
final class ProblemRegister {

    private static final Pattern FILE =
            Pattern.compile("(.+?)/src/main/resources/messages/(\\w*problems)_(vi|en)\\.properties");
    private static final Pattern RAISED = Pattern.compile("new\\s+(?:Problem\\.)?(NotFound|NotAllowed|RuleBroken|Stale"
            + "|Invalid|TooLarge|UnsupportedContent|Unprocessable|PreconditionRequired|Unavailable)"
            + "\\(\\s*\"([a-z]+(?:[.-][a-z0-9]+)+)\"");
    private static final Pattern ANSWERED =
            Pattern.compile("(?:\\(|case )\\s*([45]\\d{2})(?:,| ->)\\s*\"([a-z]+(?:[.-][a-z0-9]+)+)\"");
    private static final Map<String, Integer> STATUS = Map.of(
            "Invalid", 400,
            "NotAllowed", 403,
            "NotFound", 404,
            "RuleBroken", 409,
            "Stale", 412,
            "TooLarge", 413,
            "UnsupportedContent", 415,
            "Unprocessable", 422,
            "PreconditionRequired", 428,
            "Unavailable", 503);

    /** @param status of the answer; 0 when no place of the code names the problem as a literal */
    record Entry(String code, int status, String titleVi, String detailVi, String titleEn, String detailEn) {}

    private final String module;
    private final SortedMap<String, String> vietnamese = new TreeMap<>();
    private final SortedMap<String, String> english = new TreeMap<>();
    private final Map<String, Integer> raised;

    private ProblemRegister(String module) {
        this.module = module;
        this.raised = raisedIn(module);
    }

    /** One register for each module that has texts of problems, by name. */
    static SortedMap<String, ProblemRegister> all() {
        var registers = new TreeMap<String, ProblemRegister>();
        for (var file : Repository.files(path -> FILE.matcher(path.toString()).matches())) {
            var parts = FILE.matcher(Repository.ROOT.relativize(file).toString());
            if (parts.matches()) {
                var register = registers.computeIfAbsent(parts.group(1), ProblemRegister::new);
                register.read(file, parts.group(3).equals("vi") ? register.vietnamese : register.english);
            }
        }
        return registers;
    }

    String module() {
        return module;
    }

    /** What is missing or unequal; empty when each code has a title and a detail in both languages. */
    List<String> gaps() {
        var gaps = new ArrayList<String>();
        var keys = new TreeSet<>(vietnamese.keySet());
        keys.addAll(english.keySet());
        for (var key : keys) {
            if (!vietnamese.containsKey(key) || !english.containsKey(key)) {
                gaps.add(key + " is not in both languages");
            } else if (!Normalizer.isNormalized(vietnamese.get(key), Normalizer.Form.NFC)) {
                gaps.add(key + " is not composed Unicode (NFC)");
            } else if (!placeholders(vietnamese.get(key)).equals(placeholders(english.get(key)))) {
                gaps.add(key + " names different arguments in the two languages");
            }
        }
        for (var entry : entries()) {
            if (entry.detailVi().isEmpty()) {
                gaps.add(entry.code() + " has no detail: say what to do next");
            }
        }
        return gaps;
    }

    /** Codes that the module's code raises and that have no text, neither here nor in the kit. */
    List<String> raisedWithoutText(ProblemRegister kit) {
        return raised.keySet().stream()
                .filter(code ->
                        !vietnamese.containsKey(code + ".detail") && !kit.vietnamese.containsKey(code + ".detail"))
                .sorted()
                .toList();
    }

    List<Entry> entries() {
        var codes = new TreeSet<String>();
        vietnamese.keySet().forEach(key -> codes.add(key.substring(0, key.lastIndexOf('.'))));
        return codes.stream()
                .map(code -> new Entry(
                        code,
                        raised.getOrDefault(code, 0),
                        vietnamese.getOrDefault(code + ".title", ""),
                        vietnamese.getOrDefault(code + ".detail", ""),
                        english.getOrDefault(code + ".title", ""),
                        english.getOrDefault(code + ".detail", "")))
                .toList();
    }

    private static SortedSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        Pattern.compile("\\{\\d+").matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Map<String, Integer> raisedIn(String module) {
        var raised = new TreeMap<String, Integer>();
        var sources = Path.of(module, "src", "main", "java");
        for (var file : Repository.files(
                path -> path.startsWith(sources) && path.toString().endsWith(".java"))) {
            var text = Repository.text(file);
            RAISED.matcher(text).results().forEach(it -> raised.put(it.group(2), STATUS.get(it.group(1))));
            ANSWERED.matcher(text).results().forEach(it -> raised.put(it.group(2), Integer.valueOf(it.group(1))));
        }
        return raised;
    }

    private void read(Path file, Map<String, String> texts) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Repository.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    }
}
