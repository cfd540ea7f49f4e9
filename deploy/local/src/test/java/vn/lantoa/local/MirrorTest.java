package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheOldFilesWhenABuildReplacesThem() throws IOException {
        var source = Files.createDirectories(folder.resolve("target/app"));
        Files.writeString(source.resolve("a.jar"), "old");
        var mirror = folder.resolve("mirror");

        Mirror.of(folder.resolve("target"), mirror);
        Archives.delete(folder.resolve("target"));
        Files.createDirectories(source);
        Files.writeString(source.resolve("a.jar"), "new");

        assertThat(mirror.resolve("app/a.jar")).hasContent("old");
    }

    @Test
    void showsNothingOfWhatWasThereBefore() throws IOException {
        var source = Files.createDirectories(folder.resolve("target"));
        Files.writeString(source.resolve("b.jar"), "b");
        var mirror = Files.createDirectories(folder.resolve("mirror"));
        Files.writeString(mirror.resolve("a.jar"), "left over");

        Mirror.of(source, mirror);

        assertThat(mirror.toFile().list()).containsExactly("b.jar");
    }
}
