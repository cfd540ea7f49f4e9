package vn.lantoa.plan.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Measures what the streams of a PDF inflate to before the parser keeps them in memory: the deflated ones on the raw
 * bytes (they are unpacked while loading), the others, filter by filter, once the document is open.
 */
final class PdfGuard {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 64 * 1024;

    private final IntakeLimits limits;
    private long decompressed;

    PdfGuard(IntakeLimits limits) {
        this.limits = limits;
    }

    void checkRaw(byte[] content) {
        var buffer = new byte[BUFFER];
        var inflater = new Inflater();
        try {
            for (int i = 0; i < content.length - STREAM.length - 2; i++) {
                if (content[i] == 's' && isStream(content, i)) {
                    int data = i + STREAM.length;
                    while (data < content.length && (content[data] == '\r' || content[data] == '\n')) {
                        data++;
                    }
                    if (data < content.length && (content[data] & 0x0f) == 8) { // the deflate method of a zlib header
                        inflater.reset();
                        inflater.setInput(content, data, content.length - data);
                        i = Math.max(i, data + measure(inflater, buffer) - 1);
                    }
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static boolean isStream(byte[] content, int i) {
        for (int k = 0; k < STREAM.length; k++) {
            if (content[i + k] != STREAM[k]) {
                return false;
            }
        }
        byte next = content[i + STREAM.length];
        return (next == '\r' || next == '\n') && (i == 0 || content[i - 1] != 'd'); // not "endstream"
    }

    /** How many raw bytes belonged to the stream, or 0 when they were not deflated after all. */
    private int measure(Inflater inflater, byte[] buffer) {
        try {
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                count(n);
            }
            return (int) inflater.getBytesRead();
        } catch (DataFormatException e) {
            return 0;
        }
    }

    void checkStreams(PDDocument document) throws IOException {
        decompressed = 0;
        var cos = document.getDocument();
        for (var key : cos.getXrefTable().keySet()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new DocumentRefused(new DocumentRefusal.TooSlow(limits.maxTime()));
            }
            var object = cos.getObjectFromPool(key);
            if (object != null && object.getObject() instanceof COSStream stream && !isImage(stream)) {
                measure(stream);
            }
        }
    }

    private static boolean isImage(COSStream stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    private void measure(COSStream stream) throws IOException {
        var filters = stream.getFilters();
        if (filters == null) {
            return;
        }
        byte[] data;
        try (var raw = stream.createRawInputStream()) {
            data = raw.readAllBytes();
        }
        int count = filters instanceof COSArray array ? array.size() : 1;
        for (int index = 0; index < count; index++) {
            var decoded = new BoundedOutput();
            try (InputStream in = new ByteArrayInputStream(data)) {
                FilterFactory.INSTANCE.getFilter(name(filters, index)).decode(in, decoded, stream, index);
            } catch (IOException e) {
                return; // what cannot be decoded cannot grow; reading the page will tell
            }
            data = decoded.toByteArray();
        }
    }

    private static COSName name(COSBase filters, int index) throws IOException {
        var base = filters instanceof COSArray array ? array.getObject(index) : filters;
        if (base instanceof COSName name) {
            return name;
        }
        throw new IOException("filter is not a name");
    }

    private void count(long bytes) {
        decompressed += bytes;
        if (decompressed > limits.maxDecompressedBytes()) {
            throw new DocumentRefused(new DocumentRefusal.ArchiveBomb(
                    "giải nén vượt %d MB".formatted(Math.max(1, limits.maxDecompressedBytes() >> 20))));
        }
    }

    private final class BoundedOutput extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            count(1);
            kept.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count(length);
            kept.write(bytes, from, length);
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }
}
