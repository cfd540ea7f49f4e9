package vn.lantoa.plan.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/**
 * A paper as PDF/A-2u: every font is in the file and every letter can be searched and copied, which is what an archive
 * wants. The same paper makes the same bytes.
 */
final class PdfPaper {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String PRODUCER = "Lan Tỏa";

    private PdfPaper() {}

    static byte[] write(Paper paper) {
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.withHtmlContent(HtmlPaper.write(paper), "about:blank");
            builder.useFastMode();
            builder.useUnicodeLineBreaker(new WordBreaks());
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.useColorProfile(SRGB);
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            for (var face : Typeface.values()) {
                builder.useFont(
                        new PDFontSupplier(PDType0Font.load(document, face.parsed(), true)),
                        HtmlPaper.FONT,
                        face.bold() ? 700 : 400,
                        face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                        true);
            }
            var out = new ByteArrayOutputStream();
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                withoutTime(document, paper);
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException | TransformerException | BadFieldValueException e) {
            throw new IllegalStateException("A plan cannot be written as PDF", e);
        }
    }

    /** What the library says about the moment of writing is replaced by the moment of the plan; both places must agree. */
    private static void withoutTime(PDDocument document, Paper paper)
            throws IOException, TransformerException, BadFieldValueException {
        var moment = GregorianCalendar.from(paper.at().atZone(ZoneOffset.UTC));
        var information = document.getDocumentInformation();
        information.setTitle(paper.title());
        information.setProducer(PRODUCER);
        information.setCreator(PRODUCER);
        information.setCreationDate(moment);
        information.setModificationDate(moment);
        document.setDocumentId(
                paper.planId().getMostSignificantBits() ^ paper.at().toEpochMilli());

        var metadata = XMPMetadata.createXMPMetadata();
        var identification = metadata.createAndAddPDFAIdentificationSchema();
        identification.setPart(2);
        identification.setConformance("U");
        var dublinCore = metadata.createAndAddDublinCoreSchema();
        dublinCore.setTitle(paper.title());
        dublinCore.addLanguage("vi");
        var basic = metadata.createAndAddXMPBasicSchema();
        basic.setCreateDate(moment);
        basic.setModifyDate(moment);
        basic.setCreatorTool(PRODUCER);
        metadata.createAndAddAdobePDFSchema().setProducer(PRODUCER);
        var out = new ByteArrayOutputStream();
        new XmpSerializer().serialize(metadata, out, true);
        var stored = new PDMetadata(document);
        stored.importXMPMetadata(out.toByteArray());
        document.getDocumentCatalog().setMetadata(stored);
        document.getDocumentCatalog().setLanguage("vi");
    }
}
