package vn.lantoa.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The problems that clients branch on. After a change of texts, write the page anew with
 * {@code ./mvnw test -pl event-contracts -Dtest=ProblemRegisterTest -Derrors.update=true}.
 */
class ProblemRegisterTest {

    private static final SortedMap<String, ProblemRegister> REGISTERS = ProblemRegister.all();

    static List<String> modules() {
        return List.copyOf(REGISTERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyProblemSaysInBothLanguagesWhatToDo(String module) {
        var register = register(module);

        assertThat(register.entries()).isNotEmpty();
        assertThat(register.gaps()).as("gaps in the texts of %s", module).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyProblemRaisedHasATextOfItsOwn(String module) {
        assertThat(register(module).raisedWithoutText(register("service-kit")))
                .as("problems that %s raises and nobody explains", module)
                .isEmpty();
    }

    @Test
    void pageIsInStepWithTheTexts() throws IOException {
        var page = Repository.ROOT.resolve("docs/errors.md");
        var expected = ErrorsPage.of(REGISTERS.values());
        if (Boolean.getBoolean("errors.update")) {
            Files.writeString(page, expected);
        }

        assertThat(Repository.text(page).lines())
                .as("docs/errors.md; write it anew with -Derrors.update=true")
                .containsExactlyElementsOf(expected.lines().toList());
    }

    private static ProblemRegister register(String module) {
        return Objects.requireNonNull(REGISTERS.get(module), module);
    }
}
