package vn.lantoa.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks an exported audit, without the system that wrote it: {@code java VerifyAudit.java export.ndjson [--head
 * <sequence>:<hash>]...}. The rules stand in docs/guides/audit.md. This file needs nothing but a JDK, and nothing of Lan Tỏa.
 *
 * <p>Exit codes: 0 everything holds; 1 something was changed, and is named; 2 the file or the call cannot be read.
 */
public final class VerifyAudit {

    private static final String FORMAT = "lantoa-audit/1";
    private static final int LONGEST_LINE = 1024 * 1024;
    private static final int MOST_FINDINGS = 20;
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private final Map<Long, String> knownHeads;
    private final List<String> findings = new ArrayList<>();
    private final Map<Long, String> seen = new HashMap<>();
    private final MessageDigest file = sha256();
    private Map<String, Object> header = Map.of();
    private long line;
    private long entries;
    private long sequence;
    private String hash = "";
    private boolean complete;

    private VerifyAudit(Map<Long, String> knownHeads) {
        this.knownHeads = knownHeads;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** @return the exit code */
    static int run(List<String> arguments, PrintStream out) {
        Path export = null;
        var heads = new HashMap<Long, String>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--head") && i + 1 < arguments.size()) {
                var head = HEAD.matcher(arguments.get(++i));
                if (!head.matches()) {
                    return usage(out);
                }
                heads.put(Long.valueOf(head.group(1)), head.group(2));
            } else if (export == null && !arguments.get(i).startsWith("-")) {
                export = Path.of(arguments.get(i));
            } else {
                return usage(out);
            }
        }
        if (export == null) {
            return usage(out);
        }
        var check = new VerifyAudit(heads);
        try (var in = new BufferedInputStream(Files.newInputStream(export))) {
            check.read(in);
        } catch (IOException unreadable) {
            out.println("UNREADABLE: " + unreadable);
            return 2;
        }
        return check.tell(out);
    }

    private static int usage(PrintStream out) {
        out.println("Usage: java VerifyAudit.java <export.ndjson> [--head <sequence>:<hash>]...");
        return 2;
    }

    private void read(InputStream in) throws IOException {
        for (var bytes = line(in); bytes != null; bytes = line(in)) {
            line++;
            if (complete) {
                found("something follows the last line");
                return;
            }
            try {
                take(bytes);
            } catch (Malformed malformed) {
                found(malformed.getMessage());
            }
        }
        if (!complete) {
            found("the last line is missing: the file was cut off");
        }
        knownHeads.forEach((place, known) -> {
            if (!known.equals(seen.get(place))) {
                findings.add("the known head " + place + " is not in this chain");
            }
        });
    }

    private void take(byte[] bytes) {
        var text = text(bytes);
        var members = new Json(text).object();
        if (line == 1) {
            begin(members);
        } else if (members.containsKey("fileHash")) {
            end(members);
            return;
        } else {
            entry(members, bytes);
        }
        file.update(bytes);
        file.update((byte) '\n');
    }

    private void begin(Map<String, Object> members) {
        header = members;
        if (!FORMAT.equals(members.get("format")) || !"SHA-256".equals(members.get("algorithm"))) {
            throw new Malformed("the first line is not that of an export in the format " + FORMAT);
        }
        var after = place(members.get("after"));
        sequence = after.getKey();
        hash = after.getValue();
        var beginning = hex(FORMAT + "\n" + members.get("organization") + "\n" + members.get("service"));
        if (sequence == 0 && !hash.equals(beginning)) {
            found("the chain does not begin where that of this organization and service begins");
            hash = beginning;
        }
        remember();
    }

    private void remember() {
        if (knownHeads.containsKey(sequence)) {
            seen.put(sequence, hash);
        }
    }

    private void entry(Map<String, Object> members, byte[] bytes) {
        entries++;
        if (!members.getOrDefault("organization", "").equals(header.get("organization"))) {
            found("an entry of another organization");
        }
        if (!members.getOrDefault("service", "").equals(header.get("service"))) {
            found("an entry of another service");
        }
        if (!Long.valueOf(sequence + 1).equals(members.get("sequence"))) {
            found("entry " + members.get("sequence") + " stands where " + (sequence + 1) + " is due");
        }
        if (!hash.equals(members.get("previousHash"))) {
            found("the entry does not follow the one before it: one of them was changed, removed or put in");
        }
        sequence = members.get("sequence") instanceof Long place ? place : sequence + 1;
        hash = hex(bytes);
        remember();
    }

    private void end(Map<String, Object> members) {
        complete = true;
        if (!Long.valueOf(entries).equals(members.get("entries"))) {
            found("the last line counts " + members.get("entries") + " entries, there are " + entries);
        }
        if (!HexFormat.of().formatHex(file.digest()).equals(members.get("fileHash"))) {
            found("the file is not byte by byte what was exported");
        }
        var head = place(header.get("head"));
        if (head.getKey() != sequence || !head.getValue().equals(hash)) {
            found("the chain does not end where the first line says");
        }
    }

    private int tell(PrintStream out) {
        out.println("organization " + header.get("organization") + ", service " + header.get("service"));
        out.println(entries + " entries, head " + sequence + ":" + hash);
        if (findings.isEmpty()) {
            var after = place(header.get("after"));
            if (after.getKey() > 0 && !knownHeads.containsKey(after.getKey())) {
                out.println("NOTE: begins after " + after.getKey() + ":" + after.getValue()
                        + "; compare it with the head of the export before");
            }
            if (knownHeads.isEmpty()) {
                out.println(
                        "NOTE: without a head kept elsewhere (--head) a chain that was made anew is not recognized");
            }
            out.println("OK");
            return 0;
        }
        findings.stream().limit(MOST_FINDINGS).forEach(it -> out.println("BROKEN: " + it));
        if (findings.size() > MOST_FINDINGS) {
            out.println("and " + (findings.size() - MOST_FINDINGS) + " more");
        }
        return 1;
    }

    private void found(String what) {
        findings.add("line " + line + ": " + what);
    }

    private static Map.Entry<Long, String> place(Object value) {
        if (value instanceof Map<?, ?> place
                && place.get("sequence") instanceof Long sequence
                && place.get("hash") instanceof String hash) {
            return Map.entry(sequence, hash);
        }
        throw new Malformed("the first line names no place in a chain");
    }

    private static byte[] line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (bytes.size() > 0) {
                    throw new IOException("The last line does not end");
                }
                return null;
            }
            if (bytes.size() == LONGEST_LINE) {
                throw new IOException("A line is longer than any entry can be");
            }
            bytes.write(next);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
    }

    private static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** As much of JSON as canonical entries use, read strictly: a member twice would be two truths. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Map<String, Object> object() {
            var members = members();
            if (at != text.length()) {
                throw malformed();
            }
            return members;
        }

        private Map<String, Object> members() {
            var members = new HashMap<String, Object>();
            expect('{');
            while (!accept('}')) {
                if (!members.isEmpty()) {
                    expect(',');
                }
                var name = string();
                expect(':');
                if (members.put(name, value()) != null) {
                    throw new Malformed("a member twice: " + name);
                }
            }
            return members;
        }

        private Object value() {
            return switch (at < text.length() ? text.charAt(at) : ' ') {
                case '{' -> members();
                case '[' -> array();
                case '"' -> string();
                default -> number();
            };
        }

        private List<Object> array() {
            var elements = new ArrayList<>();
            expect('[');
            while (!accept(']')) {
                if (!elements.isEmpty()) {
                    expect(',');
                }
                elements.add(value());
            }
            return elements;
        }

        private Long number() {
            int start = at;
            while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
                at++;
            }
            if (at == start || at - start > 18) {
                throw malformed();
            }
            return Long.valueOf(text.substring(start, at));
        }

        private String string() {
            expect('"');
            int start = at;
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            int end = at;
            expect('"');
            return text.substring(start, end); // escapes stay as they are: what is compared has none
        }

        private void expect(char wanted) {
            if (!accept(wanted)) {
                throw malformed();
            }
        }

        private boolean accept(char wanted) {
            boolean isIt = at < text.length() && text.charAt(at) == wanted;
            at += isIt ? 1 : 0;
            return isIt;
        }

        private Malformed malformed() {
            return new Malformed("no entry can be read at character " + (at + 1));
        }
    }
}
