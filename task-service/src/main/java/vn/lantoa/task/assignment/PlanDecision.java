package vn.lantoa.task.assignment;

import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanClosed;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReplaced;
import vn.lantoa.events.PlanRevoked;
import vn.lantoa.task.work.Dates;

/** Why a task changed or ended, in the words of the people whom it concerns: with the document that says so. */
final class PlanDecision {

    private PlanDecision() {}

    static String of(PlanInForce version) {
        return switch (version) {
            case PlanAmended amended -> "Điều chỉnh theo " + named(amended.document());
            case PlanPromulgated promulgated ->
                "Theo kế hoạch ban hành ngày " + Dates.inDocument(promulgated.promulgatedOn());
        };
    }

    static String of(PlanEnded end) {
        return switch (end) {
            case PlanReplaced replaced -> "Được thay thế bởi kế hoạch khác" + by(replaced.document());
            case PlanRevoked revoked ->
                revoked.document() == null
                        ? "Kế hoạch bị bãi bỏ từ ngày " + Dates.inDocument(revoked.endedOn())
                        : "Bãi bỏ" + by(revoked.document());
            case PlanClosed closed -> "Kế hoạch kết thúc ngày " + Dates.inDocument(closed.endedOn());
        };
    }

    private static String by(@Nullable DecidingDocument document) {
        return document == null ? "" : " theo " + named(document);
    }

    /** "Quyết định số 45/QĐ-UBND ngày 02/3/2027" */
    private static String named(DecidingDocument document) {
        var number = document.number();
        var symbol = document.symbol();
        return type(document.type())
                + (number == null ? "" : " số " + number + (symbol == null ? "" : "/" + symbol))
                + " ngày " + Dates.inDocument(document.issuedOn());
    }

    /** By the short forms of Decree 30/2020/NĐ-CP, Annex III. */
    private static String type(String shortForm) {
        return switch (shortForm) {
            case "NQ" -> "Nghị quyết";
            case "QD", "QĐ" -> "Quyết định";
            case "CT" -> "Chỉ thị";
            case "TB" -> "Thông báo";
            case "KL" -> "Kết luận";
            case "KH" -> "Kế hoạch";
            case "CTr" -> "Chương trình";
            case "BC" -> "Báo cáo";
            case "TTr" -> "Tờ trình";
            case "BB" -> "Biên bản";
            case "CV" -> "Công văn";
            default -> "Văn bản";
        };
    }
}
