package vn.lantoa.plan.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A possible answer to an open question.
 *
 * @param words how the document, or the directory, names it
 */
record Candidate(
        String words, @Nullable UUID unitId, @Nullable UUID organizationId) {

    static Candidate unit(String words, @Nullable UUID unitId) {
        return new Candidate(words, unitId, null);
    }

    static Candidate organization(String words, UUID organizationId) {
        return new Candidate(words, null, organizationId);
    }

    static Candidate words(String words) {
        return new Candidate(words, null, null);
    }
}
