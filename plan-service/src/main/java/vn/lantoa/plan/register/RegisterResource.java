package vn.lantoa.plan.register;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.intake.DocumentType;

@Path("/api/v1/registers/{year}")
@Tag(
        name = "Registers",
        description = "Registers of outgoing documents: one per document type and year, unless types are kept together")
class RegisterResource {

    static final int FIRST_YEAR = 1945;
    static final int LAST_YEAR = 9999;
    private static final String CODE = "[A-Z][A-Z0-9_]{0,29}";

    /**
     * A document issued outside of Lan Tỏa.
     *
     * @param number digits with at most one letter behind them, which marks it as inserted (12a); left out to take the next one
     */
    @Schema(name = "NewRegisterEntry")
    record NewEntry(
            @NotNull DocumentType documentType,

            @Nullable @Pattern(regexp = RegisterNumber.PATTERN)
            String number,

            @Nullable @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}&./-]{0,49}")
            String symbol,

            @NotNull LocalDate issuedOn,
            @NotBlank @Size(max = 1000) @OneLine String subject,
            @Nullable @Size(max = 200) @OneLine String signer,
            @Nullable @Size(max = 500) @OneLine String note) {}

    /** @param register the name of the common register; that of a document type for the type's own */
    @Schema(name = "RegisterMerger")
    record Merger(
            @NotNull @Pattern(regexp = CODE) String register,

            @NotEmpty @Size(max = 50) List<@NotNull DocumentType> documentTypes) {}

    @Schema(name = "RegisterOpening")
    record Opening(
            @NotNull @Pattern(regexp = CODE) String register,

            @NotNull @Min(1) @Max(RegisterNumber.LARGEST) Integer openingNumber) {}

    private final EnterDocument enterDocument;
    private final MergeRegisters mergeRegisters;
    private final OpenRegister openRegister;
    private final Registers registers;
    private final RegisterViews views;
    private final Caller caller;

    RegisterResource(
            EnterDocument enterDocument,
            MergeRegisters mergeRegisters,
            OpenRegister openRegister,
            Registers registers,
            RegisterViews views,
            Caller caller) {
        this.enterDocument = enterDocument;
        this.mergeRegisters = mergeRegisters;
        this.openRegister = openRegister;
        this.registers = registers;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listRegisterEntries",
            summary = "What stands in the registers of a year, as in the book: by register and number")
    public Page<RegisterViews.EntryView> list(
            @RestPath @Min(FIRST_YEAR) @Max(LAST_YEAR) int year,
            @RestQuery @Nullable @Pattern(regexp = CODE) String register,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var list = Cursor.listOf("register", year, register);
        var keys = Cursor.read(list, cursor, 3);
        var after = keys.isEmpty()
                ? null
                : new Registers.Place(keys.getFirst(), new RegisterNumber(Cursor.number(keys.get(1)), keys.getLast()));
        var entries = registers.entries(own(), year, register, after, limit + 1);
        var page = Page.cut(
                entries,
                limit,
                last -> "/api/v1/registers/" + year + "?limit=" + limit
                        + (register == null ? "" : "&register=" + register) + "&cursor="
                        + Cursor.of(
                                list,
                                last.register(),
                                last.number().value(),
                                last.number().suffix()));
        return new Page<>(views.views(own(), page.items()), page.next());
    }

    @GET
    @Path("next")
    @Operation(
            operationId = "previewNextNumber",
            summary = "Which register a document of a type belongs to, and which number it would get now")
    public RegisterViews.NextView next(
            @RestPath @Min(FIRST_YEAR) @Max(LAST_YEAR) int year, @RestQuery @NotNull DocumentType documentType) {
        return views.next(own(), registers.codeOf(own(), documentType.name(), year), year);
    }

    @GET
    @Path("entries/{id}")
    @Operation(operationId = "getRegisterEntry", summary = "One document in a register")
    public RegisterViews.EntryView get(@RestPath @Min(FIRST_YEAR) @Max(LAST_YEAR) int year, @RestPath UUID id) {
        return shown(year, id);
    }

    @POST
    @Path("entries")
    @Operation(
            operationId = "enterDocument",
            summary = "Enter a document issued outside of Lan Tỏa, so that the numbers agree with the paper book")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterViews.EntryView.class)))
    public Response enter(@RestPath @Min(FIRST_YEAR) @Max(LAST_YEAR) int year, @NotNull @Valid NewEntry body) {
        caller.require(Role.CLERK);
        var id = enterDocument.handle(new EnterDocument.Command(
                caller.organizationId(),
                year,
                body.documentType(),
                body.number(),
                body.symbol(),
                body.issuedOn(),
                body.subject(),
                body.signer(),
                body.note(),
                caller.personId()));
        return Response.created(URI.create("/api/v1/registers/" + year + "/entries/" + id))
                .entity(shown(year, id))
                .build();
    }

    @POST
    @Path("merge")
    @Operation(
            operationId = "mergeRegisters",
            summary = "Keep types of documents in one register from the year on, while none of them has a number in it")
    public RegisterViews.NextView merge(
            @RestPath @Min(FIRST_YEAR) @Max(LAST_YEAR) int year, @NotNull @Valid Merger body) {
        caller.require(Role.CLERK);
        mergeRegisters.handle(new MergeRegisters.Command(
                caller.organizationId(), year, body.register(), EnumSet.copyOf(body.documentTypes())));
        return views.next(own(), body.register(), year);
    }

    @POST
    @Path("open")
    @Operation(
            operationId = "openRegister",
            summary = "Go on with a number in the middle of a year; those before it stand in the paper book")
    public RegisterViews.NextView open(
            @RestPath @Min(FIRST_YEAR) @Max(LAST_YEAR) int year, @NotNull @Valid Opening body) {
        caller.require(Role.CLERK);
        openRegister.handle(
                new OpenRegister.Command(caller.organizationId(), year, body.register(), body.openingNumber()));
        return views.next(own(), body.register(), year);
    }

    private RegisterViews.EntryView shown(int year, UUID id) {
        var entry =
                registers.entry(own(), year, id).orElseThrow(() -> new Problem.NotFound("register.entry-not-found"));
        return views.views(own(), List.of(entry)).getFirst();
    }

    /** Every member of the organization may read. */
    private UUID own() {
        return caller.memberships().getFirst().organizationId();
    }
}
