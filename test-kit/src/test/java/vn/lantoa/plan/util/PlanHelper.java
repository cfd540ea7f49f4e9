package vn.lantoa.plan.util;

/** Breaks rules on purpose: a name that explains nothing, and a use case with two verbs. */
public class PlanHelper {

    public void handle(String command) {
        undo(command);
    }

    public void undo(String command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException(command);
        }
    }
}
