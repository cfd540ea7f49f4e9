package vn.lantoa.plan.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text layer of a PDF, page by page, in the order it was written. Scripts and attachments are never touched. */
final class PdfText {
    /** Letters below this number on all pages together mean a scan with at most a stamp of text on it. */
    private static final int FEWEST_LETTERS = 20;

    private static final long MAX_OPERATORS = 20_000_000;

    static {
        // The default mapper searches the machine's fonts and writes a cache file; text needs neither.
        FontMappers.set(new OneFontMapper());
    }

    private final IntakeLimits limits;

    PdfText(IntakeLimits limits) {
        this.limits = limits;
    }

    DocumentText read(byte[] content) {
        var guard = new PdfGuard(limits);
        guard.checkRaw(content);
        var memory = MemoryUsageSetting.setupMainMemoryOnly(limits.maxDecompressedBytes());
        try (var document = Loader.loadPDF(content, "", null, null, memory.streamCache)) {
            if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
                throw new DocumentRefused(new DocumentRefusal.Encrypted(DocumentFormat.PDF));
            }
            if (document.getNumberOfPages() > limits.maxPages()) {
                throw new DocumentRefused(
                        new DocumentRefusal.TooManyPages(document.getNumberOfPages(), limits.maxPages()));
            }
            guard.checkStreams(document);
            return strip(document);
        } catch (InvalidPasswordException e) {
            throw new DocumentRefused(new DocumentRefusal.Encrypted(DocumentFormat.PDF), e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DocumentRefused refused) {
                throw refused;
            }
            throw new DocumentRefused(new DocumentRefusal.Damaged(DocumentFormat.PDF, e.getMessage()), e);
        }
    }

    private DocumentText strip(PDDocument document) throws IOException {
        var stripper = new BoundedStripper();
        var text = new StringBuilder();
        List<DocumentText.Page> pages = new ArrayList<>();
        List<Integer> silent = new ArrayList<>();
        long letters = 0;
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            var page = TextCleaning.clean(stripper.getText(document)).stripTrailing();
            pages.add(new DocumentText.Page(number, text.length()));
            var pageLetters = page.codePoints().filter(Character::isLetter).count();
            if (pageLetters == 0) {
                silent.add(number);
            }
            letters += pageLetters;
            if (text.length() + page.length() > limits.maxCharacters()) {
                throw new DocumentRefused(new DocumentRefusal.TooMuchText(limits.maxCharacters()));
            }
            text.append(page).append('\n');
        }
        if (letters < FEWEST_LETTERS) {
            throw new DocumentRefused(new DocumentRefusal.NoTextLayer(document.getNumberOfPages()));
        }
        return new DocumentText(text.toString(), DocumentFormat.PDF, pages, List.of(), silent);
    }

    /** Stops at an interrupt, at too many operators (forms that draw forms that draw forms) or too much text. */
    private final class BoundedStripper extends PDFTextStripper {
        private long operators;

        BoundedStripper() {
            setLineSeparator("\n");
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (Thread.currentThread().isInterrupted() || ++operators > MAX_OPERATORS) {
                throw new DocumentRefused(new DocumentRefusal.TooSlow(limits.maxTime()));
            }
            super.processOperator(operator, operands);
        }
    }
}
