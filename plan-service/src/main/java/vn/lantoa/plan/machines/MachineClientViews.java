package vn.lantoa.plan.machines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.identity.Caller;

/** A machine client as administrators see it, with its tag. */
@ApplicationScoped
class MachineClientViews implements CurrentState {

    /**
     * @param contactUnitId the unit that answers for it
     * @param validTo its last day
     */
    @Schema(name = "MachineClient")
    record View(
            UUID id,
            UUID organizationId,
            String name,
            String purpose,
            @Nullable UUID contactUnitId,
            List<String> scopes,
            LocalDate validTo,
            MachineClient.State state,
            List<KeyView> keys) {}

    /**
     * @param clientId what the program sends with its secret to get a token
     * @param lastDay on which it opens anything: the earliest of its own last day, its retirement, and the client's last day
     * @param retireOn last day because another key replaces it; null while none does
     * @param secretToldAt null while nobody has its secret
     * @param lastUsedAt to the hour; null while it was never used
     */
    @Schema(name = "MachineKey")
    record KeyView(
            UUID id,
            String clientId,
            MachineKey.State state,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable LocalDate retireOn,
            LocalDate lastDay,
            @Nullable OffsetDateTime secretToldAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    record Tagged(View view, EntityTag tag) {}

    private final MachineClients clients;
    private final KeyUses uses;
    private final Caller caller;
    private final ObjectMapper json;

    MachineClientViews(MachineClients clients, KeyUses uses, Caller caller, ObjectMapper json) {
        this.clients = clients;
        this.uses = uses;
        this.caller = caller;
        this.json = json;
    }

    @Override
    public Current current(String id) {
        var now = view(clients.get(caller.organizationId(), UUID.fromString(id)));
        return new Current(now.view(), now.tag());
    }

    Tagged view(MachineClient client) {
        var view = of(client);
        try {
            return new Tagged(
                    view, EntityTag.ofVersion(client.id(), client.version()).shownAs(json.writeValueAsBytes(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A machine client cannot be written", e);
        }
    }

    View of(MachineClient client) {
        var used = uses.of(client.keys().stream().map(MachineKey::id).toList());
        var terms = client.terms();
        return new View(
                client.id(),
                client.organizationId(),
                terms.name(),
                terms.purpose(),
                terms.contactUnitId(),
                terms.scopes().stream().map(Scope::wire).sorted().toList(),
                terms.validTo(),
                client.state(),
                client.keys().stream()
                        .map(key -> new KeyView(
                                key.id(),
                                key.clientId(),
                                key.state(),
                                key.validFrom(),
                                key.validTo(),
                                key.retireOn(),
                                client.lastDayOf(key),
                                key.secretToldAt(),
                                used.get(key.id())))
                        .toList());
    }
}
