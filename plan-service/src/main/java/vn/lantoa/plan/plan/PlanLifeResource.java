package vn.lantoa.plan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanReplaced.MovedItem;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.register.RegisterNumber;

/** The stations of a plan before it is submitted and after it is issued. */
@Path("/api/v1/plans/{id}")
@Tag(name = "Plans")
@IfMatchRequired(PlanViews.class)
@APIResponse(
        responseCode = "200",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
class PlanLifeResource {

    /**
     * @param unitIds units and groups; groups are written out
     * @param answerUntil last day on which an opinion is in time
     */
    @Schema(name = "ConsultationOfUnits")
    record ConsultationOfUnits(
            @NotEmpty @Size(max = 50) List<@NotNull UUID> unitIds,
            @NotNull LocalDate answerUntil,
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable @Valid AttachedDocument document) {}

    /**
     * @param number left out together with {@code withoutNumber=true} when the document has none ("chưa có số")
     * @param symbol to replace the one that was read
     * @param promulgatedOn left out together with {@code withoutDate=true} when the document gives no day
     * @param signingMode to replace the one that was read
     * @param leaderId who signed; left out to find them by the name in the document
     */
    @Schema(name = "IssuedPlan")
    record IssuedPlan(
            @Nullable @Pattern(regexp = RegisterNumber.PATTERN) String number,

            boolean withoutNumber,

            @Nullable @Pattern(regexp = Registration.SYMBOL) String symbol,

            @Nullable LocalDate promulgatedOn,
            boolean withoutDate,
            @Nullable SigningMode signingMode,
            @Nullable UUID leaderId) {}

    @Schema(name = "Grounds")
    record Start(
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable @Valid AttachedDocument document) {}

    /** @param reportId of the reporting service; this or a document is needed */
    @Schema(name = "InterimReview")
    record InterimReview(
            @Nullable UUID reportId,
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable @Valid AttachedDocument document) {}

    @Schema(name = "MovedItem")
    record Moved(@NotNull UUID itemId, @NotNull UUID continuedByItemId) {}

    @Schema(name = "EndedItem")
    record Ended(
            @NotNull UUID itemId,
            @NotBlank @Size(max = 1000) String reason) {}

    /**
     * @param moved items that go on in the new plan
     * @param ended items that end without a successor; every item with unfinished tasks is in one of the two
     */
    @Schema(name = "PlanReplacement")
    record Replacement(
            @NotNull UUID replacingPlanId,
            @NotNull @Size(max = 500) List<@NotNull @Valid Moved> moved,
            @Nullable @Size(max = 500) List<@NotNull @Valid Ended> ended,
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable @Valid AttachedDocument document) {

        Succession succession() {
            return new Succession(
                    moved.stream()
                            .map(it -> new MovedItem(it.itemId(), it.continuedByItemId()))
                            .toList(),
                    ended == null
                            ? List.of()
                            : ended.stream()
                                    .map(it -> new Succession.EndedItem(it.itemId(), it.reason()))
                                    .toList());
        }
    }

    @Schema(name = "PlanRevocation")
    record Revocation(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Valid AttachedDocument document) {}

    @Schema(name = "TaskLeftOpen")
    record LeftOpen(
            @NotNull UUID taskId,
            @NotBlank @Size(max = 1000) String reason) {}

    /**
     * @param document the final report or conclusion
     * @param leftOpen every unfinished task, each with the reason
     */
    @Schema(name = "PlanClosing")
    record End(
            @NotNull @Valid AttachedDocument document,
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable @Size(max = 500) List<@NotNull @Valid LeftOpen> leftOpen) {

        Closing closing(LocalDate today) {
            return new Closing(
                    document.issuedBy(today),
                    reason,
                    leftOpen == null
                            ? List.of()
                            : leftOpen.stream()
                                    .map(it -> new Closing.LeftOpen(it.taskId(), it.reason()))
                                    .toList());
        }
    }

    private final ConsultUnits consultUnits;
    private final RegisterIssuedPlan registerIssuedPlan;
    private final StartPlan startPlan;
    private final ReviewPlan reviewPlan;
    private final ReplacePlan replacePlan;
    private final RevokePlan revokePlan;
    private final ClosePlan closePlan;
    private final PlanPosts posts;
    private final Plans plans;
    private final PlanViews views;
    private final Caller caller;
    private final Clock clock;

    PlanLifeResource(
            ConsultUnits consultUnits,
            RegisterIssuedPlan registerIssuedPlan,
            StartPlan startPlan,
            ReviewPlan reviewPlan,
            ReplacePlan replacePlan,
            RevokePlan revokePlan,
            ClosePlan closePlan,
            PlanPosts posts,
            Plans plans,
            PlanViews views,
            Caller caller,
            Clock clock) {
        this.consultUnits = consultUnits;
        this.registerIssuedPlan = registerIssuedPlan;
        this.startPlan = startPlan;
        this.reviewPlan = reviewPlan;
        this.replacePlan = replacePlan;
        this.revokePlan = revokePlan;
        this.closePlan = closePlan;
        this.posts = posts;
        this.plans = plans;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("consult")
    @Operation(summary = "Ask units what they think of the draft (lấy ý kiến); it can still be changed meanwhile")
    public Response consult(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ConsultationOfUnits body) {
        var change = posts.change(PlanAction.CONSULT, id, ifMatch);
        consultUnits.handle(new ConsultUnits.Command(
                change, body.unitIds(), body.answerUntil(), grounds(body.reason(), body.document())));
        return shown(id);
    }

    @POST
    @Path("register-issued")
    @Operation(summary = "Take in a plan that was issued on paper already (nhập văn bản đã ban hành)")
    public Response registerIssued(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid IssuedPlan body) {
        var change = posts.change(PlanAction.REGISTER_ISSUED, id, ifMatch);
        if (body.withoutNumber() == (body.number() != null)) {
            throw new Problem.Invalid("plan.issued-number-or-none");
        }
        if (body.withoutDate() == (body.promulgatedOn() != null)) {
            throw new Problem.Invalid("plan.issued-date-or-none");
        }
        registerIssuedPlan.handle(new RegisterIssuedPlan.Command(
                change, body.number(), body.symbol(), body.promulgatedOn(), body.signingMode(), body.leaderId()));
        return shown(id);
    }

    @POST
    @Path("start")
    @Operation(summary = "Begin the execution today (triển khai); it begins by itself on the plan's first day")
    public Response start(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable @Valid Start body) {
        var change = posts.change(PlanAction.START, id, ifMatch);
        startPlan.handle(
                new StartPlan.Command(change, body == null ? Grounds.NONE : grounds(body.reason(), body.document())));
        return shown(id);
    }

    @POST
    @Path("interim-review")
    @Operation(summary = "Note a review halfway (sơ kết) with the report that came of it")
    public Response interimReview(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid InterimReview body) {
        var change = posts.change(PlanAction.INTERIM_REVIEW, id, ifMatch);
        reviewPlan.handle(new ReviewPlan.Command(change, body.reportId(), grounds(body.reason(), body.document())));
        return shown(id);
    }

    @POST
    @Path("replace")
    @Operation(summary = "Put another issued plan in its place (thay thế); what is open is moved or ended one by one")
    public Response replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Replacement body) {
        var change = posts.change(PlanAction.REPLACE, id, ifMatch);
        replacePlan.handle(new ReplacePlan.Command(
                change, body.replacingPlanId(), body.succession(), grounds(body.reason(), body.document())));
        return shown(id);
    }

    @POST
    @Path("revoke")
    @Operation(summary = "Take the plan back (bãi bỏ)")
    public Response revoke(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Revocation body) {
        var change = posts.change(PlanAction.REVOKE, id, ifMatch);
        revokePlan.handle(new RevokePlan.Command(
                change, body.reason(), AttachedDocument.issuedBy(body.document(), LocalDate.now(clock))));
        return shown(id);
    }

    @POST
    @Path("close")
    @Operation(summary = "Bring the plan to its end with its final report (tổng kết, kết thúc)")
    public Response close(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid End body) {
        var change = posts.change(PlanAction.CLOSE, id, ifMatch);
        closePlan.handle(new ClosePlan.Command(change, body.closing(LocalDate.now(clock))));
        return shown(id);
    }

    private Grounds grounds(@Nullable String reason, @Nullable AttachedDocument document) {
        return new Grounds(reason, AttachedDocument.issuedBy(document, LocalDate.now(clock)));
    }

    private Response shown(UUID planId) {
        var shown = views.view(plans.get(caller.organizationId(), planId));
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }
}
