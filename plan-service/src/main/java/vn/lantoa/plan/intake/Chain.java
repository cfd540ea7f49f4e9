package vn.lantoa.plan.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who can be ordered by the issuer. A People's Committee asks the Front, the party, mass organisations and enterprises;
 * the Front and the party assign work to their own.
 */
record Chain(boolean ownFrontOrParty) {
    private static final Pattern FRONT_OR_PARTY =
            Pattern.compile("mttq|mat tran to quoc|dang uy|tinh uy|thanh uy|huyen uy|chi bo|ban chap hanh");

    static Chain of(@Nullable String issuer) {
        return new Chain(
                issuer != null && FRONT_OR_PARTY.matcher(Folding.fold(issuer)).find());
    }

    boolean isOutside(Passage unit) {
        return !ownFrontOrParty && Units.outsideChain(unit);
    }

    ExtractedPlan.Mode modeFor(Passage words) {
        return Units.isRequest(words) || isOutside(Units.withoutVerb(words))
                ? ExtractedPlan.Mode.REQUEST
                : ExtractedPlan.Mode.ASSIGN;
    }
}
