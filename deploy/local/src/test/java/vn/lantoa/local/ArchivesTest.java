package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsFilledOnce() throws Exception {
        var fillings = new AtomicInteger();

        for (int i = 0; i < 2; i++) {
            Archives.once(folder.resolve("dist"), it -> {
                fillings.incrementAndGet();
                Files.createFile(it.resolve("file"));
            });
        }

        assertThat(fillings).hasValue(1);
    }

    @Test
    void aFillingThatWasCutOffStartsAfreshTheNextTime() throws Exception {
        assertThatThrownBy(() -> Archives.once(folder.resolve("dist"), it -> {
                    Files.createFile(it.resolve("half"));
                    throw new IOException("cut off");
                }))
                .hasMessage("cut off");

        Archives.once(folder.resolve("dist"), it -> Files.createFile(it.resolve("whole")));

        assertThat(folder.resolve("dist/half")).doesNotExist();
        assertThat(folder.resolve("dist/whole")).exists();
    }

    @Test
    void keepsProgramsExecutableAndLeavesOutTheOuterFolder() throws IOException {
        Archives.untarGzip(archive("app-1/bin/run"), folder.resolve("out"), 1);

        assertThat(folder.resolve("out/bin/run")).isExecutable();
    }

    @Test
    void nothingIsWrittenOutsideOfTheFolder() throws IOException {
        var archive = archive("app-1/../../../evil");

        assertThatThrownBy(() -> Archives.untarGzip(archive, folder.resolve("a/b/out"), 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(folder.resolve("a/evil")).doesNotExist();
    }

    private Path archive(String name) throws IOException {
        var file = folder.resolve("archive.tar.gz");
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            var content = "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII);
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            entry.setMode(0100755);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return file;
    }
}
