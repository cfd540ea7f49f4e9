package vn.lantoa.plan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word documents for tests: changed in one place, or made of nothing but paragraphs. */
final class DocxFiles {

    static final String BODY = "word/document.xml";
    /** The one with the number of the page; the first page has another. */
    static final String HEADER = "word/header2.xml";

    private DocxFiles() {}

    /** @throws AssertionError when the change changes nothing */
    static byte[] changed(byte[] docx, String part, UnaryOperator<String> change) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(docx));
                var zip = new ZipOutputStream(out)) {
            boolean done = false;
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    var before = new String(content, StandardCharsets.UTF_8);
                    var after = change.apply(before);
                    done = !after.equals(before);
                    content = after.getBytes(StandardCharsets.UTF_8);
                }
                zip.write(content);
            }
            if (!done) {
                throw new AssertionError("nothing was changed in " + part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] paragraphs(String... texts) {
        try (var document = new XWPFDocument()) {
            for (var text : texts) {
                document.createParagraph().createRun().setText(text);
            }
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
