package vn.lantoa.plan.machines;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.OneLine;

/**
 * What administrators decide of a machine client, as they send it.
 *
 * @param purpose why it needs what it is let in to: whoever looks at it in a year has to know
 * @param contactUnitId the unit that answers for it, and as whose specialist it works where its scopes let it change something
 * @param scopes to what it is let in; none for nothing
 * @param validTo its last day, at most two years away
 */
@Schema(name = "MachineClientTerms")
record MachineTerms(
        @NotBlank @OneLine @Size(max = 200) String name,
        @NotBlank @Size(max = 2000) String purpose,
        @Nullable UUID contactUnitId,

        @NotNull @Size(max = 20) @Schema(examples = "[\"reports:read\", \"directory:read\"]")
        List<@NotNull @Pattern(regexp = SCOPE) String> scopes,

        @NotNull LocalDate validTo) {

    /** Held against {@link Scope} by a test. */
    static final String SCOPE = "(plans|tasks|reports|directory):(read|write)|(notifications|audit):read";

    static MachineTerms of(MachineClient client) {
        var terms = client.terms();
        return new MachineTerms(
                terms.name(),
                terms.purpose(),
                terms.contactUnitId(),
                terms.scopes().stream().map(Scope::wire).sorted().toList(),
                terms.validTo());
    }

    MachineClient.Terms terms() {
        return new MachineClient.Terms(
                name.strip(),
                purpose.strip(),
                contactUnitId,
                Scope.known(scopes).stream().collect(Collectors.toUnmodifiableSet()),
                validTo);
    }
}
