package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;

/**
 * Who is asked about a draft (lấy ý kiến), and until when.
 *
 * @param unitIds single units; groups are written out
 * @param answerUntil last day on which an opinion is in time
 */
record Consultation(List<UUID> unitIds, LocalDate answerUntil) {

    Consultation {
        unitIds = List.copyOf(unitIds);
    }

    /**
     * @param asked units and groups of the issuing body
     * @throws Problem.Invalid when one is no unit of it, or none is left to ask
     * @throws Problem.RuleBroken when the last day is over already
     */
    static Consultation of(List<UUID> asked, LocalDate answerUntil, IssuingBody body, LocalDate today) {
        var units = new LinkedHashSet<UUID>();
        for (var unitId : asked) {
            if (body.unit(unitId).kind() == UnitKind.GROUP) {
                units.addAll(body.membersOf(unitId));
            } else {
                units.add(unitId);
            }
        }
        if (units.isEmpty()) {
            throw new Problem.Invalid("plan.nobody-consulted");
        }
        if (answerUntil.isBefore(today)) {
            throw new Problem.RuleBroken("plan.consultation-in-past", today.toString());
        }
        return new Consultation(List.copyOf(units), answerUntil);
    }

    /** True on the last day, too. */
    boolean isInTime(LocalDate day) {
        return !day.isAfter(answerUntil);
    }

    Map<String, String> details() {
        return Map.of("answerUntil", answerUntil.toString(), "units", String.valueOf(unitIds.size()));
    }
}
