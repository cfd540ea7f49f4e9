package vn.lantoa.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyAuditTest {

    private static final String ORGANIZATION = "0199c0de-0000-7000-8000-000000000001";
    private static final String OTHER = "0199c0de-0000-7000-8000-000000000002";
    private static final int ENTRIES = 5;

    @TempDir
    Path folder;

    private List<String> lines = List.of();

    @BeforeEach
    void exportIsWritten() {
        lines = export(ORGANIZATION, ENTRIES);
    }

    @Test
    void untouchedExportHolds() throws IOException {
        var answer = verify(lines, "--head", headOf(lines), "--head", "2:" + sha(lines.get(2)));

        assertThat(answer).startsWith("0 ").contains("5 entries").endsWith("OK\n");
    }

    @Test
    void emptyChainHolds() throws IOException {
        assertThat(verify(export(ORGANIZATION, 0))).startsWith("0 ");
    }

    /** Each as somebody would do it who does not, or does, mend the last line. */
    static Stream<Arguments> tampering() {
        return Stream.of(
                change("a changed byte", lines -> replace(lines, 3, "AcceptTask", "AcceptTasK")),
                change("a changed actor", lines -> replace(lines, 2, "\"actor\":\"a", "\"actor\":\"b")),
                change("a removed line", lines -> lines.remove(3)),
                change("the first entry removed", lines -> lines.remove(1)),
                change("two swapped lines", lines -> lines.add(2, lines.remove(3))),
                change("a line twice", lines -> lines.add(3, lines.get(3))),
                change("a truncated tail", lines -> lines.remove(ENTRIES)),
                change(
                        "a line of another organization",
                        lines -> lines.set(2, export(OTHER, ENTRIES).get(2))),
                change("a header of another organization", lines -> replace(lines, 0, ORGANIZATION, OTHER)),
                change("a header of another service", lines -> replace(lines, 0, "task-service", "plan-service")),
                change("a header with another head", lines -> replace(lines, 0, "\"sequence\":5", "\"sequence\":4")),
                change("a header with another time", lines -> replace(lines, 0, "2026-11-26", "2026-11-25")),
                change("a line put in", lines -> lines.add(4, entry(ORGANIZATION, 4, sha(lines.get(3))))),
                change("white space", lines -> replace(lines, 2, ",", ", ")),
                change("a member twice", lines -> replace(lines, 2, "{", "{\"action\":\"AcceptTask\",")),
                change("no foot", lines -> lines.removeLast()),
                change("something behind the foot", lines -> lines.add(lines.getLast())),
                change("no header", lines -> lines.removeFirst()),
                change("rubbish", lines -> lines.set(2, "\u0000")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void tamperingIsFound(String name, UnaryOperator<List<String>> tamper) throws IOException {
        var changed = tamper.apply(new ArrayList<>(lines));

        assertThat(verify(changed)).startsWith("1 ").contains("BROKEN: ");
    }

    @ParameterizedTest(name = "{0}, with a last line made anew")
    @MethodSource("tampering")
    void tamperingThatMendsTheLastLineIsFoundByTheChain(String name, UnaryOperator<List<String>> tamper)
            throws IOException {
        var changed = tamper.apply(new ArrayList<>(lines));
        if (name.contains("foot") || name.equals("a header with another time")) {
            return; // says nothing about an entry
        }
        var body = changed.subList(0, changed.size() - 1);

        assertThat(verify(withFoot(body))).startsWith("1 ").contains("BROKEN: ");
    }

    @Test
    void cleanlyTruncatedTailIsFoundByAKnownHeadOnly() throws IOException {
        var shorter = export(ORGANIZATION, ENTRIES - 1);

        assertThat(verify(shorter)).startsWith("0 ").contains("NOTE");
        assertThat(verify(shorter, "--head", headOf(lines)))
                .startsWith("1 ")
                .contains("the known head 5 is not in this chain");
    }

    @Test
    void chainMadeAnewIsFoundByAKnownHeadOnly() throws IOException {
        var forged = withFoot(rechained(lines, it -> it.replace("AcceptTask", "DeclineTask")));

        assertThat(verify(forged)).startsWith("0 ");
        assertThat(verify(forged, "--head", headOf(lines))).startsWith("1 ");
    }

    @Test
    void unreadableFileAndWrongCallAreNoVerdict() throws IOException {
        assertThat(run(List.of())).startsWith("2 ");
        assertThat(run(List.of(folder.resolve("nowhere").toString()))).startsWith("2 ");
        assertThat(verify(lines, "--head", "five")).startsWith("2 ");
    }

    private static Arguments change(String name, java.util.function.Consumer<List<String>> tamper) {
        return Arguments.of(name, (UnaryOperator<List<String>>) lines -> {
            tamper.accept(lines);
            return lines;
        });
    }

    private static void replace(List<String> lines, int line, String what, String by) {
        assertThat(lines.get(line)).contains(what);
        lines.set(line, lines.get(line).replaceFirst(java.util.regex.Pattern.quote(what), by.replace("\\", "\\\\")));
    }

    private static List<String> export(String organization, int entries) {
        var begin = sha("lantoa-audit/1\n" + organization + "\ntask-service");
        var chain = new ArrayList<String>();
        var hash = begin;
        for (int i = 1; i <= entries; i++) {
            chain.add(entry(organization, i, hash));
            hash = sha(chain.getLast());
        }
        return withFoot(withHeader(organization, begin, chain, hash));
    }

    private static List<String> rechained(List<String> lines, UnaryOperator<String> change) {
        var begin = sha("lantoa-audit/1\n" + ORGANIZATION + "\ntask-service");
        var chain = new ArrayList<String>();
        var hash = begin;
        for (var line : lines.subList(1, lines.size() - 1)) {
            chain.add(change.apply(line)
                    .replaceFirst("\"previousHash\":\"[0-9a-f]*\"", "\"previousHash\":\"" + hash + "\""));
            hash = sha(chain.getLast());
        }
        return withHeader(ORGANIZATION, begin, chain, hash);
    }

    private static List<String> withHeader(String organization, String begin, List<String> chain, String hash) {
        var lines = new ArrayList<String>();
        lines.add("""
                {"after":{"hash":"%s","sequence":0},"algorithm":"SHA-256","exportedAt":"2026-11-26T01:02:03.000000Z",\
                "format":"lantoa-audit/1","head":{"hash":"%s","sequence":%d},"organization":"%s",\
                "service":"task-service"}""".formatted(begin, hash, chain.size(), organization));
        lines.addAll(chain);
        return lines;
    }

    private static List<String> withFoot(List<String> lines) {
        var all = new ArrayList<>(lines);
        all.add("{\"entries\":" + (lines.size() - 1) + ",\"fileHash\":\"" + sha(String.join("\n", lines) + "\n")
                + "\"}");
        return all;
    }

    private static String entry(String organization, int sequence, String previousHash) {
        return """
                {"action":"AcceptTask","actor":"a%s","id":"%s","organization":"%s","previousHash":"%s","sequence":%d,\
                "service":"task-service","subjectIds":["x","y"]}""".formatted(organization.substring(1), new UUID(7, sequence), organization, previousHash, sequence);
    }

    private static String headOf(List<String> lines) {
        return ENTRIES + ":" + sha(lines.get(ENTRIES));
    }

    private static String sha(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String verify(List<String> lines, String... more) throws IOException {
        var file = folder.resolve("export.ndjson");
        Files.writeString(file, String.join("\n", lines) + "\n");
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    /** Exit code, then what was said. */
    private static String run(List<String> arguments) {
        var out = new ByteArrayOutputStream();
        int code = VerifyAudit.run(arguments, new PrintStream(out, true, UTF_8));
        return code + " " + out.toString(UTF_8);
    }
}
