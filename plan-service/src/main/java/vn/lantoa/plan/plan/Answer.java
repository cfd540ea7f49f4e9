package vn.lantoa.plan.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReportFrequency;

/** What a person answers to an open question; each kind of question takes some of these kinds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Unit.class, name = "UNIT"),
    @JsonSubTypes.Type(value = Answer.Units.class, name = "UNITS"),
    @JsonSubTypes.Type(value = Answer.Schedule.class, name = "SCHEDULE"),
    @JsonSubTypes.Type(value = Answer.Organization.class, name = "ORGANIZATION"),
    @JsonSubTypes.Type(value = Answer.Outside.class, name = "OUTSIDE"),
    @JsonSubTypes.Type(value = Answer.Dates.class, name = "DATES"),
    @JsonSubTypes.Type(value = Answer.Text.class, name = "TEXT"),
    @JsonSubTypes.Type(value = Answer.Acknowledge.class, name = "ACKNOWLEDGE"),
    @JsonSubTypes.Type(value = Answer.Dismiss.class, name = "DISMISS")
})
@Schema(
        name = "Answer",
        oneOf = {
            Answer.Unit.class,
            Answer.Units.class,
            Answer.Schedule.class,
            Answer.Organization.class,
            Answer.Outside.class,
            Answer.Dates.class,
            Answer.Text.class,
            Answer.Acknowledge.class,
            Answer.Dismiss.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "UNIT", schema = Answer.Unit.class),
            @DiscriminatorMapping(value = "UNITS", schema = Answer.Units.class),
            @DiscriminatorMapping(value = "SCHEDULE", schema = Answer.Schedule.class),
            @DiscriminatorMapping(value = "ORGANIZATION", schema = Answer.Organization.class),
            @DiscriminatorMapping(value = "OUTSIDE", schema = Answer.Outside.class),
            @DiscriminatorMapping(value = "DATES", schema = Answer.Dates.class),
            @DiscriminatorMapping(value = "TEXT", schema = Answer.Text.class),
            @DiscriminatorMapping(value = "ACKNOWLEDGE", schema = Answer.Acknowledge.class),
            @DiscriminatorMapping(value = "DISMISS", schema = Answer.Dismiss.class)
        })
sealed interface Answer {

    enum Kind {
        UNIT,
        UNITS,
        SCHEDULE,
        ORGANIZATION,
        OUTSIDE,
        DATES,
        TEXT,
        ACKNOWLEDGE,
        DISMISS
    }

    /** This unit is meant. */
    @Schema(name = "UnitAnswer")
    record Unit(@NotNull UUID unitId) implements Answer {}

    /** These units are meant. */
    @Schema(name = "UnitsAnswer")
    record Units(@NotEmpty @Size(max = 50) List<@NotNull UUID> unitIds) implements Answer {}

    /** Then it is to be done. */
    @Schema(name = "ScheduleAnswer")
    record Schedule(@NotNull @Valid ScheduleChoice schedule) implements Answer {}

    /** This organization of the system receives it. */
    @Schema(name = "OrganizationAnswer")
    record Organization(@NotNull UUID organizationId) implements Answer {}

    /** The receiver takes no part in this system. */
    @Schema(name = "OutsideAnswer")
    record Outside(@Nullable @Size(max = 1000) String reason) implements Answer {}

    /** It is due on these days of each year. */
    @Schema(name = "DatesAnswer")
    record Dates(
            @NotNull ReportFrequency frequency,
            @NotEmpty @Size(max = 60) List<@NotNull @Valid YearlyDate> due) implements Answer {}

    /** @param monthDay {@code MM-DD} */
    @Schema(name = "YearlyDate")
    record YearlyDate(
            @NotNull @Pattern(regexp = DayOfYear.PATTERN) String monthDay,

            @NotNull DeadlineBound bound) {}

    /** The missing words. */
    @Schema(name = "TextAnswer")
    record Text(@NotBlank @Size(max = 2000) String text) implements Answer {}

    /** Seen, and right as it stands. */
    @Schema(name = "AcknowledgeAnswer")
    record Acknowledge(@Nullable @Size(max = 1000) String reason) implements Answer {}

    /** Nothing is to be done about it. */
    @Schema(name = "DismissAnswer")
    record Dismiss(@NotBlank @Size(max = 1000) String reason) implements Answer {}

    default Kind answerKind() {
        return switch (this) {
            case Unit _ -> Kind.UNIT;
            case Units _ -> Kind.UNITS;
            case Schedule _ -> Kind.SCHEDULE;
            case Organization _ -> Kind.ORGANIZATION;
            case Outside _ -> Kind.OUTSIDE;
            case Dates _ -> Kind.DATES;
            case Text _ -> Kind.TEXT;
            case Acknowledge _ -> Kind.ACKNOWLEDGE;
            case Dismiss _ -> Kind.DISMISS;
        };
    }

    /** What the person wrote with it, for the history. */
    default @Nullable String remark() {
        return switch (this) {
            case Outside it -> it.reason();
            case Text it -> it.text();
            case Acknowledge it -> it.reason();
            case Dismiss it -> it.reason();
            case Unit _, Units _, Schedule _, Organization _, Dates _ -> null;
        };
    }
}
