package vn.lantoa.plan.csv;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param rows those that add, change or are refused; rows that change nothing are only counted
 * @param previewToken to commit exactly this; null after the commit
 */
@Schema(name = "Import")
public record ImportView(
        long added,
        long changed,
        long unchanged,
        long refused,
        List<Row> rows,
        @Nullable String previewToken) {

    /**
     * What becomes of a row.
     *
     * @param key by which the row is known
     * @param problem code of the register; null without an error
     * @param detail what is wrong and what to do, in the language of the caller; null without an error
     * @param column where the problem is; null without one, or when it is the row as a whole
     */
    @Schema(name = "ImportLine")
    public record Row(
            int line,
            String key,
            String name,
            ImportEffect effect,
            @Nullable String problem,
            @Nullable String detail,
            @Nullable String column) {}
}
