package vn.lantoa.plan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.ComposedText;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.register.RegisterNumber;

@Path("/api/v1/plans/{id}")
@Tag(name = "Plans")
@IfMatchRequired(PlanViews.class)
@APIResponse(
        responseCode = "200",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
class PlanChangeResource {

    @Schema(name = "TaskFromDuty")
    record TaskFromDuty(
            @Nullable @Size(min = 1, max = 1000) String title,
            @Nullable UUID unitId,
            @Nullable @Size(max = 50) List<@NotNull UUID> coordinatingUnitIds,
            @Nullable AssignMode mode,
            @Nullable @Valid ScheduleChoice schedule) {}

    /**
     * @param implementingUnitIds who carries the task out beside the lead, and so coordinates it once the plan is issued; left
     *     out to keep those of the document
     */
    @Schema(name = "TaskChange")
    record TaskChange(
            @NotBlank @Size(max = 1000) String title,
            @Nullable UUID leadUnitId,
            @NotNull @Size(max = 50) List<@NotNull UUID> coordinatingUnitIds,
            @Nullable @Size(max = 50) List<@NotNull UUID> implementingUnitIds,
            @NotNull AssignMode mode,
            @Nullable @Valid ScheduleChoice schedule) {

        static TaskChange of(Plan.TaskChoice it) {
            return new TaskChange(
                    it.title(),
                    it.leadUnitId(),
                    it.coordinatingUnitIds(),
                    it.implementingUnitIds(),
                    it.mode(),
                    it.schedule());
        }

        Plan.TaskChoice choice() {
            return new Plan.TaskChoice(title, leadUnitId, coordinatingUnitIds, implementingUnitIds, mode, schedule);
        }
    }

    @Schema(name = "Return")
    record Return(@NotBlank @Size(max = 2000) String reason) {}

    /** @param document the submission letter (tờ trình) */
    @Schema(name = "Submission")
    record Submission(
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable @Valid AttachedDocument document) {}

    /** @param document what gives the authority to sign, where it is not the signer's own (TUQ) */
    @Schema(name = "Approval")
    record Approval(
            @NotNull SigningMode signingMode,
            @Nullable @Valid AttachedDocument document) {}

    /**
     * @param number of the register, digits with at most one letter behind them, which marks it as inserted (12a); left out to
     *     take the next one
     * @param withoutNumber true when the plan is entered as "chưa có số"
     * @param symbol to replace the one in the document
     */
    @Schema(name = "Promulgation")
    record Promulgation(
            @Nullable @Pattern(regexp = RegisterNumber.PATTERN)
            String number,

            boolean withoutNumber,

            @Nullable @Pattern(regexp = Registration.SYMBOL) String symbol,

            @NotNull LocalDate promulgatedOn) {}

    private final AnswerQuestion answerQuestion;
    private final MakeTask makeTask;
    private final ChangeTask changeTask;
    private final RemoveItem removeItem;
    private final SubmitPlan submitPlan;
    private final ReturnPlan returnPlan;
    private final ApprovePlan approvePlan;
    private final PromulgatePlan promulgatePlan;
    private final Plans plans;
    private final PlanViews views;
    private final PlanPosts posts;
    private final Caller caller;
    private final Clock clock;

    PlanChangeResource(
            AnswerQuestion answerQuestion,
            MakeTask makeTask,
            ChangeTask changeTask,
            RemoveItem removeItem,
            SubmitPlan submitPlan,
            ReturnPlan returnPlan,
            ApprovePlan approvePlan,
            PromulgatePlan promulgatePlan,
            Plans plans,
            PlanViews views,
            PlanPosts posts,
            Caller caller,
            Clock clock) {
        this.answerQuestion = answerQuestion;
        this.makeTask = makeTask;
        this.changeTask = changeTask;
        this.removeItem = removeItem;
        this.submitPlan = submitPlan;
        this.returnPlan = returnPlan;
        this.approvePlan = approvePlan;
        this.promulgatePlan = promulgatePlan;
        this.plans = plans;
        this.views = views;
        this.posts = posts;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("questions/{questionId}/answer")
    @MachineScope(write = Scope.PLANS_WRITE)
    @Operation(summary = "Answer an open question; answering for the lead of a task sets it")
    public Response answer(
            @RestPath UUID id,
            @RestPath UUID questionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Answer answer) {
        var change = posts.change(PlanAction.EDIT, id, ifMatch);
        answerQuestion.handle(new AnswerQuestion.Command(change, questionId, answer));
        return shown(id);
    }

    @POST
    @Path("duties/{dutyId}/make-task")
    @MachineScope(write = Scope.PLANS_WRITE)
    @Operation(summary = "Make a task of a unit's duty")
    public Response makeTask(
            @RestPath UUID id,
            @RestPath UUID dutyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable @Valid TaskFromDuty body) {
        var change = posts.change(PlanAction.EDIT, id, ifMatch);
        var wanted = body == null ? new TaskFromDuty(null, null, null, null, null) : body;
        var helpers = wanted.coordinatingUnitIds() == null ? List.<UUID>of() : wanted.coordinatingUnitIds();
        makeTask.handle(new MakeTask.Command(
                change,
                dutyId,
                new DutyTask.Choice(wanted.title(), wanted.unitId(), helpers, wanted.mode(), wanted.schedule())));
        return shown(id);
    }

    @PUT
    @Path("tasks/{itemId}")
    @MachineScope(write = Scope.PLANS_WRITE)
    @Operation(summary = "Correct a task: title, lead, coordinating units, mode and schedule")
    public Response changeTask(
            @RestPath UUID id,
            @RestPath UUID itemId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TaskChange body) {
        var change = posts.change(PlanAction.EDIT, id, ifMatch);
        changeTask.handle(new ChangeTask.Command(change, itemId, body.choice()));
        return shown(id);
    }

    @DELETE
    @Path("items/{itemId}")
    @MachineScope(write = Scope.PLANS_WRITE)
    @Operation(summary = "Take out what was read wrongly as a task, indicator, duty or report obligation")
    public Response remove(
            @RestPath UUID id,
            @RestPath UUID itemId,
            @RestQuery @Nullable @Size(max = 1000) String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var change = posts.change(PlanAction.EDIT, id, ifMatch);
        removeItem.handle(new RemoveItem.Command(change, itemId, reason == null ? null : ComposedText.of(reason)));
        return shown(id);
    }

    @POST
    @Path("submit")
    @Operation(summary = "Hand the plan to the leader (trình); a unit head does it, when no blocking question is open")
    public Response submit(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable @Valid Submission body) {
        var change = posts.change(PlanAction.SUBMIT, id, ifMatch);
        submitPlan.handle(
                new SubmitPlan.Command(change, body == null ? Grounds.NONE : grounds(body.reason(), body.document())));
        return shown(id);
    }

    @POST
    @Path("return")
    @Operation(summary = "Send the plan back for completion (trả lại)")
    public Response returnForCompletion(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Return body) {
        returnPlan.handle(new ReturnPlan.Command(posts.change(PlanAction.RETURN, id, ifMatch), body.reason()));
        return shown(id);
    }

    @POST
    @Path("approve")
    @Operation(summary = "Sign the plan (ký duyệt)")
    public Response approve(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Approval body) {
        var change = posts.change(PlanAction.APPROVE, id, ifMatch);
        approvePlan.handle(new ApprovePlan.Command(change, body.signingMode(), grounds(null, body.document())));
        return shown(id);
    }

    @POST
    @Path("promulgate")
    @Operation(
            summary =
                    "Issue the plan under its number and date (ban hành); without a number it gets the next one of the register")
    public Response promulgate(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Promulgation body) {
        var change = posts.change(PlanAction.PROMULGATE, id, ifMatch);
        promulgatePlan.handle(new PromulgatePlan.Command(
                change, Registration.of(body.number(), body.withoutNumber(), body.symbol(), body.promulgatedOn())));
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
