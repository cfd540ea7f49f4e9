package vn.lantoa.plan.amendment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.plan.AttachedDocument;

/**
 * How a plan is to be amended. What is not named stays as it is.
 *
 * @param document the amending document
 * @param effectiveOn first day of the new version: from a year ago to three months ahead, and not before the version it replaces
 * @param token of the preview that is to be carried out exactly; left out to amend whatever follows from it. The preview itself
 *     does not read it
 */
@Schema(name = "PlanAmendment")
record AmendmentWish(
        @NotNull @Valid AttachedDocument document,
        @NotNull LocalDate effectiveOn,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable @Size(min = 1, max = 1000) String subject,
        @Nullable LocalDate endsOn,
        @Nullable @Valid Tasks tasks,
        @Nullable @Valid Indicators indicators,
        @Nullable @Valid Obligations reportObligations,
        @Nullable @Pattern(regexp = "[0-9a-f]{32}") String token) {

    /** How many items one wish may name, of all kinds. */
    static final int MOST_ITEMS = 500;

    /** What is wanted of the items of one kind. */
    sealed interface Items<T> {

        @Nullable
        List<T> add();

        @Nullable
        Map<UUID, JsonNode> change();

        @Nullable
        List<UUID> remove();

        @JsonIgnore
        default int size() {
            return added().size() + changed().size() + removed().size();
        }

        default List<T> added() {
            var add = add();
            return add == null ? List.of() : add;
        }

        default Map<UUID, JsonNode> changed() {
            var change = change();
            return change == null ? Map.of() : change;
        }

        default List<UUID> removed() {
            var remove = remove();
            return remove == null ? List.of() : remove;
        }
    }

    /** @param change by item: a JSON merge-patch (RFC 7396) of the form that {@code add} has */
    @Schema(name = "AmendmentOfTasks")
    record Tasks(
            @Nullable @Size(max = MOST_ITEMS) List<@NotNull @Valid TaskWish> add,

            @Nullable @Size(max = MOST_ITEMS) @Schema(type = SchemaType.OBJECT, additionalProperties = Object.class)
            Map<UUID, @NotNull JsonNode> change,

            @Nullable @Size(max = MOST_ITEMS) List<@NotNull UUID> remove)
            implements Items<TaskWish> {

        static final Tasks NONE = new Tasks(null, null, null);
    }

    /** @param change by item: a JSON merge-patch (RFC 7396) of the form that {@code add} has */
    @Schema(name = "AmendmentOfIndicators")
    record Indicators(
            @Nullable @Size(max = MOST_ITEMS) List<@NotNull @Valid IndicatorWish> add,

            @Nullable @Size(max = MOST_ITEMS) @Schema(type = SchemaType.OBJECT, additionalProperties = Object.class)
            Map<UUID, @NotNull JsonNode> change,

            @Nullable @Size(max = MOST_ITEMS) List<@NotNull UUID> remove)
            implements Items<IndicatorWish> {

        static final Indicators NONE = new Indicators(null, null, null);
    }

    /** @param change by item: a JSON merge-patch (RFC 7396) of the form that {@code add} has */
    @Schema(name = "AmendmentOfReportObligations")
    record Obligations(
            @Nullable @Size(max = MOST_ITEMS) List<@NotNull @Valid ObligationWish> add,

            @Nullable @Size(max = MOST_ITEMS) @Schema(type = SchemaType.OBJECT, additionalProperties = Object.class)
            Map<UUID, @NotNull JsonNode> change,

            @Nullable @Size(max = MOST_ITEMS) List<@NotNull UUID> remove)
            implements Items<ObligationWish> {

        static final Obligations NONE = new Obligations(null, null, null);
    }

    Tasks ofTasks() {
        return tasks == null ? Tasks.NONE : tasks;
    }

    Indicators ofIndicators() {
        return indicators == null ? Indicators.NONE : indicators;
    }

    Obligations ofObligations() {
        return reportObligations == null ? Obligations.NONE : reportObligations;
    }

    int items() {
        return ofTasks().size() + ofIndicators().size() + ofObligations().size();
    }

    AmendmentWish withoutToken() {
        return new AmendmentWish(
                document, effectiveOn, reason, subject, endsOn, tasks, indicators, reportObligations, null);
    }
}
