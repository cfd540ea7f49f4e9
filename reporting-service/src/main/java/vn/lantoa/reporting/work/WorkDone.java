package vn.lantoa.reporting.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;

/**
 * What an organization's tasks came to in a period.
 *
 * @param asOf the day of which {@code inProgress} and {@code overdue} are told: the period's end, or today when that is earlier
 * @param done completed within the period, counted by the day the result was handed in
 * @param inProgress begun and not complete, also when the result waits for acceptance, as far as not overdue. A recurring task
 *     counts by its occurrences, and those of later periods do not count
 * @param overdue past the last day in time, by the day the result was handed in, and not complete
 * @param answered requests to bodies outside the chain of command that were answered in the period; they are not scored
 * @param completed the first of the completed tasks, at most {@value Work#MOST_NAMED}
 * @param evidence files attached in the period, by channel
 */
public record WorkDone(
        LocalDate asOf,
        int done,
        int inProgress,
        int overdue,
        int answered,
        List<CompletedTask> completed,
        List<ChannelCount> evidence) {

    public WorkDone {
        completed = List.copyOf(completed);
        evidence = List.copyOf(evidence);
    }

    public record CompletedTask(
            UUID taskId, @Nullable String number, @Nullable String title, boolean late) {}

    public record ChannelCount(EvidenceChannel channel, int count) {}
}
