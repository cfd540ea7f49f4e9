package vn.lantoa.plan.csv;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.PreferredLanguage;
import vn.lantoa.kit.http.ProblemTexts;

/** Shows an import to whoever sent the file, in their language. */
@RequestScoped
public class ImportViews {

    private final ProblemTexts texts;
    private final PreferredLanguage language;

    ImportViews(ProblemTexts texts, PreferredLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    public ImportView of(ImportPreview<?> preview) {
        return of(preview.plan().lines(), preview.token());
    }

    public ImportView done(ImportPlan plan) {
        return of(plan.lines(), null);
    }

    private ImportView of(ImportLines lines, @Nullable String token) {
        return new ImportView(
                lines.count(ImportEffect.ADD),
                lines.count(ImportEffect.CHANGE),
                lines.count(ImportEffect.NOTHING),
                lines.count(ImportEffect.ERROR),
                lines.inOrder().stream()
                        .filter(it -> it.effect() != ImportEffect.NOTHING)
                        .map(this::row)
                        .toList(),
                token);
    }

    private ImportView.Row row(ImportLine it) {
        return new ImportView.Row(it.line(), it.key(), it.name(), it.effect(), it.problem(), detail(it), it.column());
    }

    private @Nullable String detail(ImportLine it) {
        return it.problem() == null
                ? null
                : texts.detail(it.problem(), language.locale(), it.arguments().toArray());
    }
}
