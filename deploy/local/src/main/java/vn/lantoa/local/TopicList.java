package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the list of topics that containers and the local broker share: {@code name partitions [key=value ...]}. */
final class TopicList {
    record Topic(String name, int partitions, Map<String, String> settings) {
        Topic {
            settings = Map.copyOf(settings);
        }
    }

    private TopicList() {}

    static List<Topic> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(TopicList::topic)
                .toList();
    }

    private static Topic topic(String line) {
        var words = List.of(line.split("\\s+"));
        if (words.size() < 2) {
            throw new IllegalArgumentException("Not \"name partitions [key=value ...]\": " + line);
        }
        var settings = new TreeMap<String, String>();
        for (String setting : words.subList(2, words.size())) {
            var at = setting.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException("Not key=value: " + setting);
            }
            settings.put(setting.substring(0, at), setting.substring(at + 1));
        }
        return new Topic(words.get(0), Integer.parseInt(words.get(1)), settings);
    }
}
