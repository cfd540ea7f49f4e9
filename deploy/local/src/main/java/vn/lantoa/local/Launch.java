package vn.lantoa.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a process is started.
 *
 * @param program files whose change means that a running process is out of date
 */
record Launch(List<String> command, Map<String, String> environment, Path directory, List<Path> program) {
    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        program = List.copyOf(program);
    }

    /**
     * Equal when environment, program and arguments are. The first word of the command is left out: the same system seen
     * from a shell with another JDK is no reason to start everything anew. Hides the secrets among it all.
     */
    String fingerprint() {
        var text = new StringBuilder(String.join("\n", command.subList(1, command.size())));
        new TreeMap<>(environment)
                .forEach((name, value) ->
                        text.append('\n').append(name).append('=').append(value));
        try {
            for (Path file : program) {
                text.append('\n').append(file).append(' ').append(Files.size(file));
                text.append(' ').append(Files.getLastModifiedTime(file).toMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
