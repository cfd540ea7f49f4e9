package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the words and captions of one task while its paragraphs are read. */
final class TaskDraft {
    private static final int TITLE_MAX = 300;

    private final List<Passage> statement = new ArrayList<>();
    private final List<Captions.Caption> captions = new ArrayList<>();

    void say(Passage words) {
        if (!words.isEmpty()) {
            statement.add(words);
        }
    }

    void add(Captions.Caption caption) {
        if (caption.kind() == Captions.Kind.STATEMENT) {
            say(caption.value());
        } else {
            captions.add(caption);
        }
    }

    /** A line below an empty caption is its value: "Đơn vị phối hợp:" and one unit a line. */
    boolean continuesCaption(Passage words) {
        if (captions.isEmpty()) {
            return false;
        }
        var last = captions.getLast();
        boolean list = last.kind() != Captions.Kind.ASIDE
                && (last.value().isEmpty() || last.value().text().endsWith(";"))
                && words.length() < 200;
        if (list) {
            captions.set(
                    captions.size() - 1,
                    new Captions.Caption(last.kind(), last.value().then(words)));
        }
        return list;
    }

    boolean hasWords() {
        return !statement.isEmpty();
    }

    boolean hasCaptions() {
        return !captions.isEmpty();
    }

    boolean namesUnitOrTime() {
        return captions.stream().anyMatch(caption -> switch (caption.kind()) {
            case LEAD, LEAD_AND_COORDINATION, COORDINATION, IMPLEMENTATION, TIME ->
                !caption.value().isEmpty();
            default -> false;
        });
    }

    boolean namesUnit() {
        return captions.stream().anyMatch(caption -> switch (caption.kind()) {
            case LEAD, LEAD_AND_COORDINATION, COORDINATION, IMPLEMENTATION ->
                !caption.value().isEmpty();
            default -> false;
        });
    }

    List<Passage> statement() {
        return statement;
    }

    ExtractedPlan.Task task(
            @Nullable String number,
            @Nullable Passage heading,
            @Nullable String group,
            DocumentText document,
            Chain chain,
            double confidence) {
        var words = Passage.join(statement);
        var title = title(heading == null || heading.isEmpty() ? words : heading);
        var span = heading == null ? words : heading.then(words);
        var lead = value(Captions.Kind.LEAD);
        var leads = lead.isEmpty() ? List.<UnitMention>of() : Units.mentions(lead, document, confidence);
        List<UnitMention> implementing =
                new ArrayList<>(Units.mentions(value(Captions.Kind.IMPLEMENTATION), document, confidence));
        implementing.addAll(Units.mentions(value(Captions.Kind.LEAD_AND_COORDINATION), document, confidence));
        if (leads.size() > 1) {
            implementing.addAll(0, leads); // two leads are none: a person decides
        }
        var time = value(Captions.Kind.TIME);
        var schedules = new ScheduleReader(document);
        var schedule = time.isEmpty() ? schedules.inSentence(span) : schedules.read(time, span);
        var product = value(Captions.Kind.PRODUCT);
        var leadUnit = leads.size() == 1 ? leads.getFirst() : null;
        return new ExtractedPlan.Task(
                number,
                title,
                span.text(),
                group,
                mode(words, lead, chain),
                leadUnit,
                Units.mentions(value(Captions.Kind.COORDINATION), document, confidence),
                implementing,
                schedule,
                product.isEmpty() ? null : product.phrase(document, confidence),
                withCaptions(span).source(document),
                leadUnit == null ? Math.min(confidence, 0.75) : confidence);
    }

    private static ExtractedPlan.Mode mode(Passage words, Passage lead, Chain chain) {
        return Units.isRequest(words) ? ExtractedPlan.Mode.REQUEST : chain.modeFor(lead);
    }

    private Passage value(Captions.Kind kind) {
        return Passage.join(captions.stream()
                        .filter(caption -> caption.kind() == kind)
                        .map(Captions.Caption::value)
                        .toList())
                .bare();
    }

    private Passage withCaptions(Passage span) {
        List<Passage> all = new ArrayList<>(List.of(span));
        captions.forEach(caption -> all.add(caption.value()));
        return Passage.join(all);
    }

    private static String title(Passage words) {
        var first =
                Words.sentences(words).stream().findFirst().orElse(words).bare().text();
        if (first.length() <= TITLE_MAX) {
            return first;
        }
        int cut = first.lastIndexOf(' ', TITLE_MAX);
        return first.substring(0, cut < TITLE_MAX / 2 ? TITLE_MAX : cut) + "…";
    }
}
