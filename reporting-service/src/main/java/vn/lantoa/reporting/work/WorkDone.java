package vn.lantoa.reporting.work;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;

/**
 * What an organization's tasks came to in a period.
 *
 * @param done completed within the period, counted by the day the result was handed in
 * @param inProgress begun, neither complete nor past their due date at the end of the period (or today, when that is earlier)
 * @param overdue past their due date and not complete by then
 * @param answered requests to bodies outside the chain of command that were answered; they are not scored
 * @param completed the first of the completed tasks, at most {@value Work#MOST_NAMED}
 * @param evidence files attached in the period, by channel
 */
public record WorkDone(
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
