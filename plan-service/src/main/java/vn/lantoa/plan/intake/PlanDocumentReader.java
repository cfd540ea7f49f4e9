package vn.lantoa.plan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Turns an uploaded file into {@link DocumentText}. The format is decided by content; a name or media type that
 * contradicts it is refused. Works in memory only, within {@link IntakeLimits}; the one failure is
 * {@link DocumentRefused}. Safe for use by several threads.
 */
public final class PlanDocumentReader {
    private final IntakeLimits limits;

    public PlanDocumentReader(IntakeLimits limits) {
        this.limits = limits;
    }

    public DocumentText read(Path file, @Nullable String declaredType) throws IOException {
        var size = Files.size(file);
        if (size > limits.maxBytes()) {
            throw new DocumentRefused(new DocumentRefusal.TooLarge(size, limits.maxBytes()));
        }
        try (var in = Files.newInputStream(file)) {
            return read(in, String.valueOf(file.getFileName()), declaredType);
        }
    }

    /** Reads at most one byte more than the limit; the stream stays open. */
    public DocumentText read(InputStream in, @Nullable String declaredName, @Nullable String declaredType)
            throws IOException {
        var content = in.readNBytes((int) limits.maxBytes() + 1);
        return read(content, declaredName, declaredType);
    }

    public DocumentText read(byte[] content, @Nullable String declaredName, @Nullable String declaredType) {
        if (content.length == 0) {
            throw new DocumentRefused(new DocumentRefusal.Empty());
        }
        if (content.length > limits.maxBytes()) {
            throw new DocumentRefused(new DocumentRefusal.TooLarge(content.length, limits.maxBytes()));
        }
        var format = FileKind.decide(content, declaredName, declaredType);
        return withinTime(format, () -> extract(format, content));
    }

    private DocumentText extract(DocumentFormat format, byte[] content) {
        var text =
                switch (format) {
                    case TXT -> PlainText.read(content);
                    case DOCX -> new DocxText(limits).read(content);
                    case PDF -> new PdfText(limits).read(content);
                };
        if (text.text().length() > limits.maxCharacters()) {
            throw new DocumentRefused(new DocumentRefusal.TooMuchText(limits.maxCharacters()));
        }
        if (text.text().isBlank()) {
            throw new DocumentRefused(
                    format == DocumentFormat.TXT ? new DocumentRefusal.Empty() : new DocumentRefusal.NoText(format));
        }
        return text;
    }

    /** Parsers of foreign formats run on a thread of their own: a file that keeps one busy must not keep ours. */
    private DocumentText withinTime(DocumentFormat format, java.util.concurrent.Callable<DocumentText> extraction) {
        var task = new FutureTask<>(extraction);
        Thread.ofPlatform().daemon().name("document-intake").start(task);
        try {
            return task.get(limits.maxTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new DocumentRefused(new DocumentRefusal.TooSlow(limits.maxTime()), e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new DocumentRefused(new DocumentRefusal.TooSlow(limits.maxTime()), e);
        } catch (ExecutionException e) {
            throw refused(format, e.getCause());
        }
    }

    private static DocumentRefused refused(DocumentFormat format, Throwable cause) {
        if (cause instanceof DocumentRefused refused) {
            return refused;
        }
        if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
            throw (VirtualMachineError) cause;
        }
        return new DocumentRefused(new DocumentRefusal.Damaged(format, cause.getMessage()), cause);
    }
}
