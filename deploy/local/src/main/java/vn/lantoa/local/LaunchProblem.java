package vn.lantoa.local;

/** Something the person at the keyboard can do something about: the message says what. */
public class LaunchProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LaunchProblem(String message) {
        super(message);
    }

    public LaunchProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
