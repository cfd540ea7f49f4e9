package vn.lantoa.endtoend.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Settings;
import vn.lantoa.local.mainjob.People;

/**
 * One real system for all proofs of a run: started for the first of them, stopped after the last. With
 * {@code -Dproof.home=<LANTOA_HOME of a system that is up>} that one is used, and left running.
 */
final class RunningSystem implements ParameterResolver {

    private static final Path REPOSITORY = Path.of("..");

    /** @param estate what one organization owns in it */
    record Running(LocalSystem system, People people, Estate estate, boolean ours) implements AutoCloseable {

        @Override
        public void close() {
            if (ours) {
                system.stopAll();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningSystem.class))
                .computeIfAbsent(Running.class, _ -> start(), Running.class);
    }

    private static Running start() {
        var home = System.getProperty("proof.home", "");
        try {
            var settings = home.isEmpty()
                    ? Settings.forTests(REPOSITORY, Files.createTempDirectory("lantoa-proof"))
                    : Settings.fromEnvironment(REPOSITORY, java.util.Map.of("LANTOA_HOME", home));
            var system = new LocalSystem(settings, LocalSystem.printing(System.out::println));
            if (home.isEmpty()) {
                system.start(Part.values());
            }
            var people = new People(system);
            try {
                return new Running(system, people, new Estate(system, people), home.isEmpty());
            } catch (RuntimeException | IOException e) {
                if (home.isEmpty()) {
                    system.stopAll();
                }
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
