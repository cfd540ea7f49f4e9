package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a plan, an official letter or a similar document out of its text. Pure and deterministic: no clock, no
 * directory of units, nothing added that the words do not say. Safe for use by several threads.
 */
public final class PlanReader {

    public ExtractedPlan read(DocumentText document) {
        var lines = Line.of(document);
        var zones = Zones.of(lines);
        var wrapping =
                document.format() == DocumentFormat.DOCX ? Paragraph.Wrapping.NONE : Paragraph.Wrapping.of(lines);
        var paragraphs = Paragraph.join(prose(zones.body()), wrapping);
        var annex = Paragraph.join(prose(zones.annex()), wrapping);
        var body = Outline.of(paragraphs);
        var letterhead = new Letterhead(document).read(zones);
        var end = new EndMatter(document);
        var signer = end.signer(zones.end());
        var signatures = SignatureBlocks.read(zones.signatures(), document);
        var head = new IssuerInference(document)
                .complete(letterhead.head(), letterhead.subject(), body, signer, signatures);

        var chain = Chain.of(head.issuer());
        var tasks = new Tasks(document, chain);
        tasks.read(body);
        var annexTasks = new Tasks(document, chain);
        annexTasks.read(Outline.of(annex));
        List<ExtractedPlan.Task> allTasks = new ArrayList<>(tasks.tasks());
        allTasks.addAll(annexTasks.tasks());
        allTasks.addAll(new TaskTables(document, chain).read());
        var duties = new Duties(document, chain).read(body);
        if (head.type() == DocumentType.CONG_VAN && allTasks.isEmpty() && duties.isEmpty()) {
            allTasks.addAll(tasks.collectiveRequests(body));
        }
        var indicators = new Indicators(document);
        indicators.read(body);
        var messages = new Messages(document);
        var statements = new Statements(document);
        var mentions = mentions(paragraphs, annex, zones).stream()
                .filter(mention -> !isOwnNumber(mention, head))
                .toList();
        var legalBases = new LegalBases(document).read(preamble(body));
        var reading = new ExtractedPlan(
                head,
                letterhead.subject(),
                legalBases,
                mentioned(mentions, legalBases, document),
                letterhead.addressees(),
                statements.purposes(body),
                statements.requirements(body),
                indicators.goals(),
                indicators.indicators(),
                messages.contentItems(body),
                messages.channels(body),
                allTasks,
                tasks.solutions(),
                duties,
                statements.period(body, letterhead.subject()),
                new Reports(document).read(body),
                statements.budgetSources(body),
                end.recipients(zones.end()),
                signer,
                signatures,
                List.of(),
                List.of());
        return Review.complete(reading, document, body, paragraphs, mentions);
    }

    private static List<Line> prose(List<Line> lines) {
        return lines.stream().filter(line -> !line.inTable()).toList();
    }

    private static List<Paragraph> preamble(Section body) {
        return body.body();
    }

    private static List<Citations.Mention> mentions(List<Paragraph> paragraphs, List<Paragraph> annex, Zones zones) {
        List<Citations.Mention> mentions = new ArrayList<>();
        var subject = Passage.NONE;
        for (var line : zones.head()) {
            subject = subject.then(line.passage());
        }
        mentions.addAll(Citations.in(subject));
        paragraphs.forEach(paragraph -> mentions.addAll(Citations.in(paragraph.passage())));
        annex.forEach(paragraph -> mentions.addAll(Citations.in(paragraph.passage())));
        return mentions;
    }

    /** The document's own number is no citation. */
    private static boolean isOwnNumber(Citations.Mention mention, ExtractedPlan.Head head) {
        return head.number() != null
                && head.symbol() != null
                && letters(mention.printed()).equals(letters(head.number() + head.symbol()));
    }

    private static String letters(String number) {
        return number.replaceAll("[^\\p{L}\\d]", "");
    }

    private static List<ExtractedPlan.Citation> mentioned(
            List<Citations.Mention> mentions, List<ExtractedPlan.LegalBasis> bases, DocumentText document) {
        var numbers = bases.stream().map(ExtractedPlan.LegalBasis::number).toList();
        return Citations.distinct(mentions, document).stream()
                .filter(citation -> !numbers.contains(citation.number()))
                .toList();
    }
}
