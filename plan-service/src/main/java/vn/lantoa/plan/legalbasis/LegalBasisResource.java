package vn.lantoa.plan.legalbasis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

/** Which plans stand on a document, and who has none yet: for an organization and all below it. */
@Path("/api/v1/legal-bases")
@MachineScope(read = Scope.PLANS_READ)
@Tag(name = "Plans")
class LegalBasisResource {

    /** A number with its symbol, in either grammar: {@code 1169/QĐ-TTg}, {@code 57-NQ/TW}. */
    private static final String NUMBER = "[\\p{L}\\p{N}][\\p{L}\\p{N} ./&-]{0,59}";

    private final LegalBases legalBases;
    private final Caller caller;
    private final Clock clock;

    LegalBasisResource(LegalBases legalBases, Caller caller, Clock clock) {
        this.legalBases = legalBases;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("plans")
    @Operation(
            summary = "Issued plans of the acting organization and of all below it that stand on a document",
            description = "Directly, or through a plan of their own or of the level above that stands on it.")
    public Page<LegalBases.Standing> plans(
            @RestQuery @NotNull @Pattern(regexp = NUMBER) String number,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.memberships();
        var list = Cursor.listOf("legal-bases", number);
        var keys = Cursor.read(list, cursor, 2);
        var rows = legalBases.plans(
                number,
                keys.isEmpty() ? null : Cursor.id(keys.getFirst()),
                keys.isEmpty() ? null : Cursor.id(keys.getLast()),
                limit + 1);
        return Page.cut(
                rows,
                limit,
                last -> address("plans", number, limit) + Cursor.of(list, last.organizationId(), last.planId()));
    }

    @GET
    @Path("missing")
    @Operation(
            summary =
                    "People's committees right below the acting organization that have no plan in force on a document")
    public Page<LegalBases.Missing> missing(
            @RestQuery @NotNull @Pattern(regexp = NUMBER) String number,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        UUID own = caller.memberships().getFirst().organizationId();
        var list = Cursor.listOf("legal-bases-missing", number);
        var keys = Cursor.read(list, cursor, 1);
        var rows = legalBases.missing(
                own, number, LocalDate.now(clock), keys.isEmpty() ? null : Cursor.id(keys.getFirst()), limit + 1);
        return Page.cut(
                rows, limit, last -> address("missing", number, limit) + Cursor.of(list, last.organizationId()));
    }

    private static String address(String list, String number, int limit) {
        return "/api/v1/legal-bases/" + list + "?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8)
                + "&limit=" + limit + "&cursor=";
    }
}
