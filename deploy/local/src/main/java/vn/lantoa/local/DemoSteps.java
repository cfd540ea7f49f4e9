package vn.lantoa.local;

import java.io.PrintStream;

/** Numbers the steps of the demo, prints each as it ends, and turns the first failure into a clear end. */
final class DemoSteps {
    /** Does the step and says what came of it. */
    @FunctionalInterface
    interface Action {
        DemoStep run() throws Exception;
    }

    private final LocalSystem system;
    private final PrintStream out;
    private int number;

    DemoSteps(LocalSystem system, PrintStream out) {
        this.system = system;
        this.out = out;
    }

    /** @param part whose log to look at when the step fails */
    void step(Part part, String title, Action action) {
        number++;
        out.printf("%n%2d. %s%n", number, title);
        var begin = System.nanoTime();
        try {
            var step = action.run();
            step.happened().forEach(line -> out.printf("    %s%n", line));
            if (!step.where().isEmpty()) {
                out.printf("    see %s%n", step.where());
            }
            out.printf("    (%.1f s)%n", (System.nanoTime() - begin) / 1e9);
        } catch (LaunchProblem problem) {
            throw problem;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(part, title, e);
        } catch (Exception e) {
            throw failed(part, title, e);
        }
    }

    private LaunchProblem failed(Part part, String title, Exception cause) {
        var said = cause instanceof DemoFailure ? cause.getMessage() : cause.toString();
        return new LaunchProblem(
                "The demo failed at step %d, \"%s\".%n%s%nLook at %s (./lantoa logs %s). The system was left running."
                        .formatted(number, title, said, system.log(part), part.label()),
                cause);
    }
}
