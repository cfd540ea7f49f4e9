package vn.lantoa.reporting.obligation;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanClosed;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReplaced;
import vn.lantoa.events.PlanRevoked;

/** Why a duty is not owed any more, in words for those who owed it. */
final class WithdrawalReason {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private WithdrawalReason() {}

    static String of(PlanInForce plan) {
        return switch (plan) {
            case PlanPromulgated _ -> "Kế hoạch được ban hành lại";
            case PlanAmended it -> "Kế hoạch được điều chỉnh, bổ sung" + by(it.document()) + because(it.reason());
        };
    }

    static String of(PlanEnded plan) {
        return switch (plan) {
            case PlanReplaced it -> "Kế hoạch được thay thế" + by(it.document()) + because(it.reason());
            case PlanRevoked it -> "Kế hoạch bị bãi bỏ" + by(it.document()) + because(it.reason());
            case PlanClosed it -> "Kế hoạch đã kết thúc" + by(it.document()) + because(it.reason());
        };
    }

    /** " theo văn bản số 45/QĐ-UBND ngày 16/12/2026"; a document without a number is named by its day. */
    private static String by(@Nullable DecidingDocument document) {
        if (document == null) {
            return "";
        }
        var number = document.number() == null
                ? ""
                : " số " + document.number() + (document.symbol() == null ? "" : "/" + document.symbol());
        return " theo văn bản" + number + " ngày " + DAY.format(document.issuedOn());
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason.strip();
    }
}
