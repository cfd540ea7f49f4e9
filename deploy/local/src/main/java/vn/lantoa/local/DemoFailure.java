package vn.lantoa.local;

/** The demo met an answer it did not expect; the message shows it. */
public class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DemoFailure(String message) {
        super(message);
    }

    public DemoFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
