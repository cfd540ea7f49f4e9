package vn.lantoa.plan.distribution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * To whom a plan goes, or went.
 *
 * @param sentAt null before it is issued: then the recipients are those it would be sent to now
 */
@Schema(name = "Distribution")
public record DistributionView(UUID planId, @Nullable OffsetDateTime sentAt, List<LineView> lines) {

    /** See {@link DistributionLine}; a recipient that several lines name is sent the document once, by the first of them. */
    @Schema(name = "DistributionLine")
    public record LineView(
            int line,
            String words,
            @Nullable String note,
            boolean archive,
            boolean chosen,
            List<String> unresolved,
            List<RecipientView> recipients) {}

    /**
     * @param id of what was sent; null before
     * @param registerBy the last day on which they register it as incoming: the working day after it was sent
     */
    @Schema(name = "DistributionRecipient")
    public record RecipientView(
            @Nullable UUID id,
            UUID organizationId,
            @Nullable UUID unitId,
            String name,
            @Nullable ReceiptState state,
            @Nullable LocalDate registerBy,
            @Nullable StepView received,
            @Nullable StepView opened) {}

    /** @param person display name; null when their organization does not work with the caller's */
    @Schema(name = "ReceiptStep")
    public record StepView(
            OffsetDateTime at, UUID personId, @Nullable String person) {}

    /** As it would be sent now. */
    public static DistributionView proposed(UUID planId, List<DistributionLine> lines) {
        return new DistributionView(
                planId,
                null,
                lines.stream()
                        .map(it -> new LineView(
                                it.line(),
                                it.words(),
                                it.note(),
                                it.archive(),
                                it.chosen(),
                                it.unresolved(),
                                it.recipients().stream()
                                        .map(to -> new RecipientView(
                                                null,
                                                to.organizationId(),
                                                to.unitId(),
                                                to.name(),
                                                null,
                                                null,
                                                null,
                                                null))
                                        .toList()))
                        .toList());
    }
}
