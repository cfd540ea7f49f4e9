package vn.lantoa.plan.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.archive.SealedZip;
import vn.lantoa.plan.edition.Editions;
import vn.lantoa.plan.published.PublishedDuties;
import vn.lantoa.plan.published.PublishedTasks;

/** Puts a plan that was issued into one file, with everything that this service holds of it. */
@Singleton
class PlanArchive {

    static final String FORMAT = "lantoa-plan-archive-1";

    private static final Set<PlanState> ISSUED = EnumSet.of(
            PlanState.PROMULGATED, PlanState.IN_EXECUTION, PlanState.REPLACED, PlanState.REVOKED, PlanState.CLOSED);

    /** Held by other services, and not copied here: see the guide. */
    private static final List<String> NOT_INSIDE = List.of("evidence-files", "progress-entries", "figures", "reports");

    private static final int AT_ONCE = 200;

    /** @param missing true when the file is not in the data folder; its hash says what it was */
    record SourceFile(@Nullable String fileName, String format, long bytes, String sha256, boolean missing) {}

    record Manifest(
            String format,
            UUID planId,
            UUID organizationId,
            PlanState state,
            boolean ended,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate promulgatedOn,
            @Nullable String subject,
            int edition,
            SourceFile sourceFile,
            List<SealedZip.Part> parts,
            List<String> notInside) {}

    private final PlanSources sources;
    private final SourceFiles files;
    private final PlanSearch search;
    private final PlanViews views;
    private final Editions editions;
    private final PublishedTasks tasks;
    private final PublishedDuties duties;
    private final ObjectMapper json;

    PlanArchive(
            PlanSources sources,
            SourceFiles files,
            PlanSearch search,
            PlanViews views,
            Editions editions,
            PublishedTasks tasks,
            PublishedDuties duties,
            ObjectMapper json) {
        this.sources = sources;
        this.files = files;
        this.search = search;
        this.views = views;
        this.editions = editions;
        this.tasks = tasks;
        this.duties = duties;
        this.json = json.copy()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** @throws Problem.RuleBroken for a plan that was never issued: there is nothing final to keep */
    void requireIssued(Plan plan) {
        if (!ISSUED.contains(plan.state())) {
            throw new Problem.RuleBroken("plan.archive-not-yet").with("state", plan.state());
        }
    }

    /** The same bytes for the same plan, whoever asks. */
    void write(Plan plan, OutputStream out) throws IOException {
        var source = sources.findByIdOptional(plan.id()).orElseThrow(() -> new Problem.NotFound("plan.not-found"));
        var zip = new SealedZip(out);
        zip.add("plan.json", part -> json.writeValue(part, content(plan)));
        zip.add("history.json", part -> history(plan, part));
        for (int version = 1; version <= plan.edition(); version++) {
            var kept = editions.get(plan.organizationId(), plan.id(), version);
            zip.add("versions/version-" + version + ".json", part -> json.writeValue(part, kept));
        }
        zip.add("published/tasks.json", part -> json.writeValue(part, tasks.of(plan.organizationId(), plan.id())));
        zip.add("published/report-duties.json", part -> json.writeValue(part, duties.of(plan.organizationId(), plan.id())));
        zip.add("source/text.txt", part -> part.write(source.content().getBytes(StandardCharsets.UTF_8)));
        var file = files.find(source.contentHash());
        if (file.isPresent()) {
            zip.add(
                    "source/original." + source.format().toLowerCase(Locale.ROOT),
                    part -> Files.copy(file.get(), part));
        }
        var manifest = new Manifest(
                FORMAT,
                plan.id(),
                plan.organizationId(),
                plan.state(),
                plan.state() != PlanState.PROMULGATED && plan.state() != PlanState.IN_EXECUTION,
                Registration.printed(plan.registeredNumber()),
                plan.registeredSymbol(),
                plan.promulgatedOn(),
                plan.subject(),
                plan.edition(),
                new SourceFile(
                        source.fileName(), source.format(), source.bytes(), source.contentHash(), file.isEmpty()),
                zip.parts(),
                NOT_INSIDE);
        zip.seal(part -> json.writeValue(part, manifest));
    }

    /** The plan as it is shown, without what depends on who asks. */
    private ObjectNode content(Plan plan) {
        ObjectNode content = json.valueToTree(views.view(plan).view());
        content.remove("allowedActions");
        return content;
    }

    private void history(Plan plan, OutputStream out) throws IOException {
        try (var array = json.writer().writeValuesAsArray(out)) {
            OffsetDateTime after = null;
            UUID afterId = null;
            List<PlanSearch.Decision> decisions;
            do {
                decisions = search.history(plan.organizationId(), plan.id(), after, afterId, AT_ONCE);
                for (var decision : decisions) {
                    array.write(decision);
                    after = decision.decidedAt();
                    afterId = decision.id();
                }
            } while (decisions.size() == AT_ONCE);
        }
    }
}
