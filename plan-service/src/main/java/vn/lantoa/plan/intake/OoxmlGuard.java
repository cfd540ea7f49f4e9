package vn.lantoa.plan.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through an Office archive before anything parses it: how many entries, how far each really inflates, macros,
 * document type declarations, nesting. Sizes are counted while inflating; what headers claim is not believed.
 */
final class OoxmlGuard {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD_DOCUMENT = "wordprocessingml.document.main+xml";
    private static final int BUFFER = 16 * 1024;

    private final IntakeLimits limits;
    private long decompressed;

    OoxmlGuard(IntakeLimits limits) {
        this.limits = limits;
    }

    void check(byte[] archive) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get()) {
            checkDirectory(zip);
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
                checkEntry(zip, entries.nextElement());
            }
        } catch (IOException e) {
            throw new DocumentRefused(new DocumentRefusal.Damaged(DocumentFormat.DOCX, e.getMessage()), e);
        }
    }

    private void checkDirectory(ZipFile zip) throws IOException {
        int count = 0;
        Set<String> names = new HashSet<>();
        for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (++count > limits.maxZipEntries()) {
                throw bomb("nhiều hơn %d thành phần".formatted(limits.maxZipEntries()));
            }
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                throw new DocumentRefused(
                        new DocumentRefusal.Damaged(DocumentFormat.DOCX, "two entries named " + entry.getName()));
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new DocumentRefused(new DocumentRefusal.Encrypted(DocumentFormat.DOCX));
            }
            if (name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml")) {
                throw new DocumentRefused(new DocumentRefusal.MacroCarrying(entry.getName()));
            }
        }
        var types = zip.getEntry(CONTENT_TYPES);
        if (types == null) {
            throw new DocumentRefused(new DocumentRefusal.Mislabelled("Word (.docx)", "tệp nén ZIP"));
        }
        checkContentTypes(new String(inflate(zip, types), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void checkContentTypes(String types) {
        if (types.contains("macroEnabled") || types.contains("vbaProject")) {
            throw new DocumentRefused(new DocumentRefusal.MacroCarrying(CONTENT_TYPES));
        }
        if (!types.contains(WORD_DOCUMENT)) {
            var found = types.contains("spreadsheetml")
                    ? "bảng tính Excel"
                    : types.contains("presentationml") ? "bài trình chiếu" : "tệp Office khác";
            throw new DocumentRefused(new DocumentRefusal.Mislabelled("Word (.docx)", found));
        }
    }

    private void checkEntry(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.isDirectory()) {
            return;
        }
        var content = inflate(zip, entry);
        var name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
            checkXml(entry.getName(), content);
        } else if (content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
            checkNested(content);
        }
    }

    private byte[] inflate(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getSize() > limits.maxDecompressedBytes()) {
            throw tooBig();
        }
        try (var in = zip.getInputStream(entry)) {
            var compressed = Math.max(1, entry.getCompressedSize());
            var out = new java.io.ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count(n);
                out.write(buffer, 0, n);
                if (out.size() > IntakeLimits.RATIO_FREE_BYTES && out.size() / compressed > limits.maxRatio()) {
                    throw bomb("tỷ lệ nén vượt %d lần".formatted(limits.maxRatio()));
                }
            }
            return out.toByteArray();
        }
    }

    private void count(int bytes) {
        decompressed += bytes;
        if (decompressed > limits.maxDecompressedBytes()) {
            throw tooBig();
        }
    }

    /** An embedded archive is never read, but it is measured: what it holds counts as if it were ours. */
    private void checkNested(byte[] archive) throws IOException {
        int entries = 0;
        var buffer = new byte[BUFFER];
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > limits.maxZipEntries()) {
                    throw bomb("nhiều hơn %d thành phần".formatted(limits.maxZipEntries()));
                }
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw new DocumentRefused(new DocumentRefusal.MacroCarrying(entry.getName()));
                }
                measure(in, buffer);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new DocumentRefused(new DocumentRefusal.Damaged(DocumentFormat.DOCX, e.getMessage()), e);
        }
    }

    private void measure(InputStream in, byte[] buffer) throws IOException {
        boolean first = true;
        for (int n = in.readNBytes(buffer, 0, BUFFER); n > 0; n = in.readNBytes(buffer, 0, BUFFER)) {
            if (first && n > 4 && buffer[0] == 'P' && buffer[1] == 'K' && buffer[2] == 3) {
                throw bomb("nén lồng nhiều lớp");
            }
            first = false;
            count(n);
        }
    }

    private void checkXml(String name, byte[] content) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new DocumentRefused(new DocumentRefusal.UnsafeXml(name, "khai báo DOCTYPE"));
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > limits.maxXmlDepth()) {
                            throw new DocumentRefused(new DocumentRefusal.UnsafeXml(name, "lồng quá sâu"));
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new DocumentRefused(new DocumentRefusal.Damaged(DocumentFormat.DOCX, e.getMessage()), e);
        }
    }

    private DocumentRefused tooBig() {
        return bomb("giải nén vượt %d MB".formatted(Math.max(1, limits.maxDecompressedBytes() >> 20)));
    }

    private static DocumentRefused bomb(String reason) {
        return new DocumentRefused(new DocumentRefusal.ArchiveBomb(reason));
    }
}
