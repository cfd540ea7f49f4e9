package vn.lantoa.plan.intake;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence that assigns: "Giao Phòng X chủ trì, phối hợp với Y xây dựng … trước ngày …". */
record Assignment(Passage lead, Passage coordinating, ExtractedPlan.Mode mode) {
    private static final Pattern LEADS =
            Pattern.compile("\\b(?:la (?:co quan|don vi) )?(?:chu tri|lam dau moi|la dau moi)\\b");
    private static final Pattern WITH =
            Pattern.compile("\\bphoi hop\\s?(?:voi|cung|cung voi|chat che voi|voi cac don vi)?\\s");
    private static final int UNIT_MAX = 120;
    private static final int LIST_MAX = 300;

    /** Null when the sentence does not name one body and say that it leads. */
    static @Nullable Assignment of(Passage sentence, Chain chain) {
        var folded = sentence.folded();
        var leads = LEADS.matcher(folded);
        if (!leads.find() || leads.start() > UNIT_MAX) {
            return null;
        }
        boolean asked = Units.isRequest(sentence);
        var lead = Units.withoutVerb(sentence.part(0, leads.start())).bare();
        if (lead.isEmpty() || !Units.looksLikeUnit(lead) || Units.split(lead).size() != 1) {
            return null;
        }
        return new Assignment(
                lead,
                coordinating(sentence, leads.end()),
                asked || chain.isOutside(lead) ? ExtractedPlan.Mode.REQUEST : ExtractedPlan.Mode.ASSIGN);
    }

    private static Passage coordinating(Passage sentence, int from) {
        var with = WITH.matcher(sentence.folded());
        if (!with.find(from) || with.start() - from > 12) {
            return Passage.NONE;
        }
        var list = sentence.part(with.end(), Math.min(sentence.length(), with.end() + LIST_MAX));
        int verb = DutyVerbs.first(list);
        int stop = list.text().indexOf(';');
        int end = verb < 0 ? stop : stop < 0 ? verb : Math.min(verb, stop);
        var units = end < 0 ? list : list.part(0, end);
        return Units.looksLikeUnit(units) ? units.bare() : Passage.NONE;
    }

    ExtractedPlan.Task task(
            Passage words, @Nullable String number, @Nullable String group, DocumentText document, Chain chain) {
        var draft = new TaskDraft();
        draft.say(words);
        var plain = draft.task(number, null, group, document, chain, 0.8);
        return new ExtractedPlan.Task(
                number,
                plain.title(),
                plain.text(),
                group,
                mode,
                Units.mention(lead, document, 0.85),
                coordinating.isEmpty() ? List.of() : Units.mentions(coordinating, document, 0.8),
                List.of(),
                plain.schedule(),
                null,
                plain.source(),
                0.8);
    }
}
