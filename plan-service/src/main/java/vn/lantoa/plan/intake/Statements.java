package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a plan that are plain statements: purposes, requirements, money, period. */
final class Statements {
    private static final Pattern PERIOD_TITLE = Pattern.compile("^(?:ve )?thoi gian\\b[^:]{0,40}");
    private static final Pattern STAGE = Pattern.compile("giai doan (20\\d{2})\\s?-\\s?(20\\d{2})");

    private final DocumentText document;

    Statements(DocumentText document) {
        this.document = document;
    }

    List<Phrase> purposes(Section root) {
        List<Phrase> purposes = new ArrayList<>();
        for (var section : root.all()) {
            if (section.role() == Role.PURPOSE) {
                collect(section, purposes, 0.95);
            } else if (section.role() == Role.PURPOSE_AND_REQUIREMENT) {
                collect(section, purposes, 0.5); // one list for both: a person tells them apart
            }
        }
        return purposes;
    }

    List<Phrase> requirements(Section root) {
        List<Phrase> requirements = new ArrayList<>();
        root.all().stream()
                .filter(section -> section.role() == Role.REQUIREMENT)
                .forEach(section -> collect(section, requirements, 0.95));
        return requirements;
    }

    /** The section's own lines; a numbered line without a title above is a statement too. */
    private void collect(Section section, List<Phrase> statements, double confidence) {
        int colon = section.heading().text().indexOf(':');
        var titleWords = section.heading()
                .text()
                .substring(0, colon < 0 ? section.heading().length() : colon);
        if (Words.count(titleWords) > 6) {
            statements.add(section.heading().phrase(document, confidence));
        } else {
            var inline = colon < 0 ? Passage.NONE : section.heading().from(colon + 1);
            if (!inline.isEmpty()) {
                statements.add(inline.phrase(document, confidence));
            }
        }
        for (var paragraph : section.body()) {
            var content = paragraph.content();
            if (!content.isEmpty() && !Captions.opensWithCaption(paragraph.passage())) {
                statements.add(content.phrase(document, confidence));
            }
        }
    }

    List<Phrase> budgetSources(Section root) {
        List<Phrase> sources = new ArrayList<>();
        root.all().stream()
                .filter(section -> section.role() == Role.BUDGET)
                .forEach(section -> collect(section, sources, 0.9));
        return sources;
    }

    ExtractedPlan.@Nullable Period period(Section root, @Nullable Phrase subject) {
        for (var section : root.all()) {
            if (section.role() == Role.TIME) {
                var period = inSection(section);
                if (period != null) {
                    return period;
                }
            }
        }
        return subject == null ? null : inSubject(subject);
    }

    private ExtractedPlan.@Nullable Period inSection(Section section) {
        List<Passage> candidates = new ArrayList<>();
        int colon = section.heading().text().indexOf(':');
        var title = PERIOD_TITLE.matcher(section.heading().folded());
        if (title.find() && colon > 0) {
            candidates.add(section.heading().from(colon + 1));
        }
        for (var paragraph : section.body()) {
            var content = paragraph.content();
            int caption = content.text().indexOf(':');
            var time = Captions.opening(paragraph.passage());
            candidates.add(time == Captions.Kind.TIME && caption > 0 ? content.from(caption + 1) : content);
        }
        for (var words : candidates) {
            if (words.isEmpty() || words.folded().contains("bao cao")) {
                continue;
            }
            var schedule = new ScheduleReader(document).read(words, Passage.NONE);
            var start = schedule.from();
            var end = schedule.by() != null && schedule.byInclusive() ? schedule.by() : schedule.to();
            if (start != null || end != null) {
                return new ExtractedPlan.Period(start, end, words.text(), words.source(document), 0.9);
            }
        }
        return null;
    }

    /** A stage named in the subject, outside quotation marks: those hold titles of other documents. */
    private static ExtractedPlan.@Nullable Period inSubject(Phrase subject) {
        var own = subject.text().replaceAll("“[^”]*”", "");
        var stage = STAGE.matcher(Folding.fold(own));
        if (!stage.find()) {
            return null;
        }
        int from = Integer.parseInt(stage.group(1));
        int to = Integer.parseInt(stage.group(2));
        return from >= to
                ? null
                : new ExtractedPlan.Period(
                        PartialDate.of(from),
                        PartialDate.of(to),
                        own.substring(stage.start(), stage.end()),
                        subject.source(),
                        0.7);
    }
}
