package vn.lantoa.task.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The forms of file that are taken as evidence: photos, documents, sound and film. What is not listed is refused, above all
 * programs and scripts.
 */
enum FileForm {
    JPEG("image/jpeg", List.of("jpg", "jpeg"), "image/jpeg"),
    PNG("image/png", List.of("png"), "image/png"),
    GIF("image/gif", List.of("gif"), "image/gif"),
    WEBP("image/webp", List.of("webp"), "image/webp"),
    HEIC("image/heic", List.of("heic", "heif"), "image/heic", "image/heif", "image/heic-sequence"),
    PDF("application/pdf", List.of("pdf"), "application/pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            "application/zip",
            "application/x-tika-ooxml"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            "application/zip",
            "application/x-tika-ooxml"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            List.of("pptx"),
            "application/zip",
            "application/x-tika-ooxml"),
    TEXT("text/plain", List.of("txt"), "text/plain"),
    CSV("text/csv", List.of("csv"), "text/plain", "text/csv"),
    MP3("audio/mpeg", List.of("mp3"), "audio/mpeg"),
    M4A("audio/mp4", List.of("m4a"), "audio/mp4", "video/mp4", "application/mp4", "video/x-m4v", "video/quicktime"),
    WAV("audio/wav", List.of("wav"), "audio/vnd.wave", "audio/x-wav"),
    AMR("audio/amr", List.of("amr"), "audio/amr"),
    MP4("video/mp4", List.of("mp4"), "video/mp4", "application/mp4", "video/x-m4v", "video/quicktime"),
    MOV("video/quicktime", List.of("mov"), "video/quicktime"),
    MOBILE_FILM("video/3gpp", List.of("3gp"), "video/3gpp", "video/3gpp2"),
    WEBM("video/webm", List.of("webm"), "video/webm", "application/x-matroska", "video/x-matroska");

    private final String contentType;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> extensions;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> contents;

    /** @param contents types by content under which such a file may be recognized */
    FileForm(String contentType, List<String> extensions, String... contents) {
        this.contentType = contentType;
        this.extensions = extensions;
        this.contents = Set.of(contents);
    }

    /** What a browser is told. */
    String contentType() {
        return contentType;
    }

    boolean fits(String typeByContent) {
        return contents.contains(typeByContent);
    }

    /** By the ending of its name; empty when that is not taken, or there is none. */
    static Optional<FileForm> named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var ending = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> form.extensions.contains(ending))
                .findFirst();
    }

    static String endings() {
        return String.join(
                ", ",
                Arrays.stream(values()).flatMap(it -> it.extensions.stream()).toList());
    }
}
