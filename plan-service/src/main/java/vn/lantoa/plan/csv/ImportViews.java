package vn.lantoa.plan.csv;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.ProblemTexts;

/** Shows an import to whoever sent the file, in their language. */
@RequestScoped
public class ImportViews {

    private final ProblemTexts texts;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    ImportViews(ProblemTexts texts) {
        this.texts = texts;
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
        var language = ProblemTexts.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return it.problem() == null
                ? null
                : texts.detail(it.problem(), language, it.arguments().toArray());
    }
}
