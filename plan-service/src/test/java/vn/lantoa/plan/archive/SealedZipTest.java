package vn.lantoa.plan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SealedZipTest {

    @Test
    void sameContentMakesTheSameFile() throws IOException {
        assertThat(zip("nội dung")).isEqualTo(zip("nội dung")).isNotEqualTo(zip("nội dung khác"));
    }

    @Test
    void partsAreCountedAndHashedAsTheyPass() throws IOException {
        var zip = new SealedZip(OutputStream.nullOutputStream());

        zip.add("abc.txt", out -> out.write("abc".getBytes(StandardCharsets.US_ASCII)));
        zip.add("empty.txt", out -> {});

        assertThat(zip.parts())
                .containsExactly(
                        new SealedZip.Part(
                                "abc.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                        new SealedZip.Part(
                                "empty.txt", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void writerThatClosesItsPartDoesNotCloseTheFile() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var zip = new SealedZip(bytes);

        zip.add("one.txt", out -> {
            out.write(1);
            out.close();
        });
        zip.seal(OutputStream::close);

        var names = new ArrayList<String>();
        try (var read = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("one.txt", SealedZip.MANIFEST);
    }

    private static byte[] zip(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var zip = new SealedZip(bytes);
        zip.add("a/b.txt", out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        zip.seal(out -> out.write('x'));
        return bytes.toByteArray();
    }
}
