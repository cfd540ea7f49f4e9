package vn.lantoa.plan.intake;

/** The one failure of reading a file; {@link #refusal()} says which kind. */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DocumentRefusal refusal;

    public DocumentRefused(DocumentRefusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    public DocumentRefused(DocumentRefusal refusal, Throwable cause) {
        super(refusal.code(), cause);
        this.refusal = refusal;
    }

    public DocumentRefusal refusal() {
        return refusal;
    }
}
