package vn.lantoa.endtoend.proof;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A request that is about to be spoilt: everything in it can be changed, also into what is no HTTP. */
final class Draft {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern TARGET = Pattern.compile("(/|http)[^\\x00-\\x20\\x7F]*");
    private static final Pattern HEADER =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\x00-\\x08\\x0A-\\x1F\\x7F]*");
    private static final int MOST_HEADERS = 32_000;

    String verb;
    String path;
    final List<String> query = new ArrayList<>();
    /** Whole lines without their end. */
    final List<String> headers = new ArrayList<>();

    byte[] body;
    /** Set by whoever writes the framing of the body by hand. */
    boolean framed;
    /** Its body never ends properly, so there is no whole request to answer. */
    boolean brokenChunks;

    /** The language in which an error must come; empty when the request leaves it open. */
    String language = "";

    Draft(String verb, String path, byte[] body) {
        this.verb = verb;
        this.path = path;
        this.body = body;
    }

    /** Whether the HTTP layer can make a request of it at all; what it cannot, no program of ours ever sees. */
    boolean isHttp() {
        return !brokenChunks
                && TOKEN.matcher(verb).matches()
                && TARGET.matcher(target()).matches()
                && headers.stream().mapToInt(String::length).sum() < MOST_HEADERS
                && headers.stream().allMatch(Draft::isHeader);
    }

    private static boolean isHeader(String line) {
        return HEADER.matcher(line).matches()
                && (!line.startsWith("Content-Length") || line.matches("Content-Length: \\d+"));
    }

    void header(String name, String value) {
        without(name);
        headers.add(name + ": " + value);
    }

    void without(String name) {
        headers.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }

    void text(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** As it goes over the wire. */
    byte[] bytes(URI server) {
        var lines = new ArrayList<String>();
        lines.add(verb + " " + target() + " HTTP/1.1");
        lines.add("Host: " + server.getAuthority());
        lines.addAll(headers);
        if (!framed && (body.length > 0 || !verb.equals("GET"))) {
            lines.add("Content-Length: " + body.length);
        }
        var wire = new ByteArrayOutputStream();
        wire.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        wire.writeBytes(body);
        return wire.toByteArray();
    }

    /** The same for a shell, as far as curl can send it. */
    String curl(URI server) {
        var line = new StringJoiner(" ", "curl -i --path-as-is -X " + verb + " ", "").add(quoted(server + target()));
        headers.stream()
                .map(it -> it.startsWith("Authorization: Bearer ") && it.length() > 200
                        ? "Authorization: Bearer $TOKEN"
                        : it)
                .map(it -> it.length() > 200 ? it.substring(0, 200) + "…(" + it.length() + ")" : it)
                .forEach(it -> line.add("-H " + quoted(it)));
        if (body.length > 0) {
            var shown = text();
            line.add("--data-binary "
                    + quoted(shown.length() > 300 ? shown.substring(0, 300) + "…(" + body.length + " bytes)" : shown));
        }
        return line.toString();
    }

    private String target() {
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String quoted(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(it -> shown.append(
                        it < 32 || it == 127 ? "\\x%02x".formatted(it) : it == '\'' ? "\\'" : Character.toString(it)));
        return "$'" + shown + "'";
    }
}
