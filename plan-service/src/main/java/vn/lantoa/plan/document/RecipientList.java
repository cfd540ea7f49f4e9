package vn.lantoa.plan.document;

import java.util.ArrayList;
import java.util.List;
import vn.lantoa.plan.document.Paper.Block;
import vn.lantoa.plan.document.Paper.Line;
import vn.lantoa.plan.plan.PlanDocumentContent;
import vn.lantoa.plan.plan.PlanDocumentContent.Recipient;

/** "Nơi nhận": one a line, and last where the document is kept (Decree 30/2020/NĐ-CP, Annex I, part I, II.9). */
final class RecipientList {

    private final PlanDocumentContent content;
    private final PaperRules rules;

    RecipientList(PlanDocumentContent content, PaperRules rules) {
        this.content = content;
        this.rules = rules;
    }

    List<Block> lines() {
        var lines = new ArrayList<Block>();
        lines.add(new Line(Element.RECIPIENTS, "Nơi nhận:"));
        content.recipients().stream()
                .filter(it -> !it.archive())
                .forEach(it ->
                        lines.add(new Line(Element.RECIPIENT, "- " + withNote(it) + (rules.isParty() ? "," : ";"))));
        lines.add(new Line(Element.RECIPIENT, "- " + archive() + "."));
        return lines;
    }

    private static String withNote(Recipient it) {
        var text = it.text().replaceFirst("[;,.]+$", "");
        return it.note() == null ? text : text + " (" + it.note() + ")";
    }

    private String archive() {
        var stated = content.recipients().stream()
                .filter(Recipient::archive)
                .map(RecipientList::withNote)
                .findFirst();
        if (rules.isParty()) {
            return stated.orElse("Lưu Văn phòng");
        }
        var kept = stated.orElse("Lưu: VT").replaceFirst("^Lưu\\s*:?\\s*", "");
        // the clerk's office keeps every outgoing document, whoever drafted it
        return "Lưu: " + (kept.matches("VT\\b.*|Văn thư\\b.*") ? kept : "VT, " + kept);
    }
}
