package vn.lantoa.plan.plan;

import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;

/**
 * Why something was done to a plan, in words and by which document: a submission letter, an authorization to sign, a decision.
 * Either may be missing.
 */
record Grounds(@Nullable String reason, @Nullable DecidingDocument document) {

    static final Grounds NONE = new Grounds(null, null);
}
