package vn.lantoa.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process of a local system: small heap, the collector and compiler that start fastest. Throughput is nothing
 * here, and on two cores seven virtual machines warming up at once are the whole start-up time.
 */
final class JavaCommand {
    private final List<String> words = new ArrayList<>();

    private JavaCommand() {}

    /** @param heapMegabytes upper bound of the heap; the process takes about 130 MB more */
    static JavaCommand withHeap(int heapMegabytes) {
        var command = new JavaCommand();
        command.words.add(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return command.and(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    JavaCommand and(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
