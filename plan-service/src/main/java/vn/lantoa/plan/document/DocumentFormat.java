package vn.lantoa.plan.document;

import java.util.function.Function;

/** In which form a document is handed out. */
enum DocumentFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxPaper::write),
    PDF("application/pdf", PdfPaper::write);

    private final String mediaType;
    private final Function<Paper, byte[]> writer;

    DocumentFormat(String mediaType, Function<Paper, byte[]> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] write(Paper paper) {
        return writer.apply(paper);
    }
}
