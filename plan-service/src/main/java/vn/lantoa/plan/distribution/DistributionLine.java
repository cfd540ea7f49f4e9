package vn.lantoa.plan.distribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of "Nơi nhận", with whom it means.
 *
 * @param line from 1, in the order of the document
 * @param words as written, without the note
 * @param note what stood in parentheses ("để báo cáo")
 * @param archive true for "Lưu: VT, …", which is sent to nobody
 * @param chosen true when a person said who is meant
 * @param recipients empty when nobody of the directory is meant: the line stays as written
 * @param unresolved those of its words that mean nobody of the directory
 */
public record DistributionLine(
        int line,
        String words,
        @Nullable String note,
        boolean archive,
        boolean chosen,
        List<Recipient> recipients,
        List<String> unresolved) {

    public DistributionLine {
        recipients = List.copyOf(recipients);
        unresolved = List.copyOf(unresolved);
    }
}
