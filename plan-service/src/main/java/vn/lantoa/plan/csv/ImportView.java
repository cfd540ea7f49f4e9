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
        List<ImportLine> rows,
        @Nullable String previewToken) {

    public static ImportView of(ImportPreview<?> preview) {
        return of(preview.plan().lines(), preview.token());
    }

    public static ImportView done(ImportPlan plan) {
        return of(plan.lines(), null);
    }

    private static ImportView of(ImportLines lines, @Nullable String token) {
        return new ImportView(
                lines.count(ImportEffect.ADD),
                lines.count(ImportEffect.CHANGE),
                lines.count(ImportEffect.NOTHING),
                lines.count(ImportEffect.ERROR),
                lines.inOrder().stream()
                        .filter(it -> it.effect() != ImportEffect.NOTHING)
                        .toList(),
                token);
    }
}
