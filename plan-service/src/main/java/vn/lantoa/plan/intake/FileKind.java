package vn.lantoa.plan.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides by its first bytes what a file is, and whether its name and declared type tell the truth. */
final class FileKind {
    private static final Map<String, DocumentFormat> EXTENSIONS = Map.of(
            "txt",
            DocumentFormat.TXT,
            "md",
            DocumentFormat.TXT,
            "docx",
            DocumentFormat.DOCX,
            "pdf",
            DocumentFormat.PDF);
    private static final Map<String, DocumentFormat> MEDIA_TYPES = Map.of(
            "text/plain", DocumentFormat.TXT,
            "text/markdown", DocumentFormat.TXT,
            "application/pdf", DocumentFormat.PDF,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocumentFormat.DOCX);
    private static final int PDF_HEADER_WINDOW = 1024;

    private FileKind() {}

    static DocumentFormat decide(byte[] content, @Nullable String declaredName, @Nullable String declaredType) {
        var declared = declared(declaredName, declaredType);
        var found = found(content, declared);
        if (declared != null && declared != found) {
            throw new DocumentRefused(new DocumentRefusal.Mislabelled(name(declared), name(found)));
        }
        return found;
    }

    private static DocumentFormat found(byte[] content, @Nullable DocumentFormat declared) {
        if (startsWith(content, 0x50, 0x4b, 0x03, 0x04) || startsWith(content, 0x50, 0x4b, 0x05, 0x06)) {
            return DocumentFormat.DOCX; // whether it is a Word document is checked where the archive is opened
        }
        if (indexOf(content, "%PDF-".getBytes(StandardCharsets.US_ASCII), PDF_HEADER_WINDOW) >= 0) {
            return DocumentFormat.PDF;
        }
        if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new DocumentRefused(oldOffice(content, declared));
        }
        var foreign = foreign(content);
        if (foreign != null) {
            throw new DocumentRefused(
                    declared == null
                            ? new DocumentRefusal.Unsupported(foreign)
                            : new DocumentRefusal.Mislabelled(name(declared), foreign));
        }
        return DocumentFormat.TXT;
    }

    /** An OLE2 container: an encrypted DOCX, or a format from before 2007. Its directory names are UTF-16. */
    private static DocumentRefusal oldOffice(byte[] content, @Nullable DocumentFormat declared) {
        if (indexOf(content, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), content.length) >= 0) {
            return new DocumentRefusal.Encrypted(DocumentFormat.DOCX);
        }
        var found = indexOf(content, "WordDocument".getBytes(StandardCharsets.UTF_16LE), content.length) >= 0
                ? "Word 97-2003 (.doc)"
                : "Office 97-2003";
        return declared == null
                ? new DocumentRefusal.Unsupported(found)
                : new DocumentRefusal.Mislabelled(name(declared), found);
    }

    private static @Nullable String foreign(byte[] content) {
        if (startsWith(content, 0x89, 'P', 'N', 'G')) {
            return "ảnh PNG";
        }
        if (startsWith(content, 0xff, 0xd8, 0xff)) {
            return "ảnh JPEG";
        }
        if (startsWith(content, 'G', 'I', 'F', '8')) {
            return "ảnh GIF";
        }
        if (startsWith(content, 'I', 'I', 0x2a, 0) || startsWith(content, 'M', 'M', 0, 0x2a)) {
            return "ảnh TIFF";
        }
        if (startsWith(content, 'M', 'Z') && content.length > 64 && hasZero(content)
                || startsWith(content, 0x7f, 'E', 'L', 'F')
                || startsWith(content, 0xca, 0xfe, 0xba, 0xbe)) {
            return "chương trình chạy được";
        }
        if (startsWith(content, 'R', 'a', 'r', '!')
                || startsWith(content, '7', 'z', 0xbc, 0xaf)
                || startsWith(content, 0x1f, 0x8b)) {
            return "tệp nén";
        }
        if (startsWith(content, '{', '\\', 'r', 't', 'f')) {
            return "RTF";
        }
        return markup(content);
    }

    private static @Nullable String markup(byte[] content) {
        var opening = new String(content, 0, Math.min(content.length, 256), StandardCharsets.ISO_8859_1)
                .replace("ï»¿", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (opening.startsWith("<!doctype html") || opening.startsWith("<html") || opening.startsWith("<head")) {
            return "trang HTML";
        }
        return opening.startsWith("<?xml") || opening.startsWith("<!doctype") ? "XML" : null;
    }

    private static boolean hasZero(byte[] content) {
        for (int i = 0; i < Math.min(content.length, 1024); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable DocumentFormat declared(@Nullable String name, @Nullable String type) {
        if (name != null) {
            var dot = name.lastIndexOf('.');
            var byName = dot < 0 ? null : EXTENSIONS.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
            if (byName != null) {
                return byName;
            }
        }
        if (type == null) {
            return null;
        }
        var end = type.indexOf(';');
        return MEDIA_TYPES.get((end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT));
    }

    private static String name(DocumentFormat format) {
        return switch (format) {
            case TXT -> "văn bản thuần (.txt)";
            case DOCX -> "Word (.docx)";
            case PDF -> "PDF";
        };
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    static int indexOf(byte[] content, byte[] wanted, int window) {
        var last = Math.min(content.length, window) - wanted.length;
        for (int i = 0; i <= last; i++) {
            if (content[i] == wanted[0] && Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
