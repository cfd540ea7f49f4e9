package vn.lantoa.plan.csv;

import vn.lantoa.kit.http.Problem;

/** @param token names the file and everything it was held against; any change of either makes another */
public record ImportPreview<P extends ImportPlan>(P plan, String token) {

    /** For writing a file: shorter than the gateway waits for an answer, and than an idempotency key is held for its sender. */
    public static final int LONGEST_SECONDS = 50;

    /**
     * The plan, to be carried out.
     *
     * @param previewToken of the preview that somebody has seen
     * @throws Problem.Stale when it was of something else
     * @throws Problem.Unprocessable while rows are refused
     */
    public P confirmed(String previewToken) {
        if (!token.equals(previewToken)) {
            throw new Problem.Stale("import.preview-stale");
        }
        var errors = plan.lines().count(ImportEffect.ERROR);
        if (errors > 0) {
            throw new Problem.Unprocessable("import.has-errors", errors);
        }
        return plan;
    }
}
