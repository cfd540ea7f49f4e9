package vn.lantoa.task.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import vn.lantoa.kit.http.Problem;

/** Tells what a file is by its content; its name must say the same. */
@Singleton
class FileForms {

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * @throws Problem.UnsupportedContent when such files are not taken, or the name says another thing than the content
     */
    FileForm of(InputStream content, String fileName) throws IOException {
        var form = FileForm.named(fileName)
                .orElseThrow(() -> new Problem.UnsupportedContent("evidence.form-refused", FileForm.endings()));
        try (var stream = TikaInputStream.get(content)) {
            var found = types.detect(stream, new Metadata()).getBaseType().toString();
            if (!form.fits(found)) {
                throw new Problem.UnsupportedContent("evidence.content-mismatch", fileName, found);
            }
        }
        return form;
    }
}
