package vn.lantoa.repository;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The page of the register for readers. */
final class ErrorsPage {

    private static final String KIT = "service-kit";
    private static final String HEAD = """
            # Problems

            Every refusal is `application/problem+json` (RFC 9457). Its `type` is `urn:lantoa:problem:<code>`; the code never
            changes its meaning, so clients branch on it. `title` and `detail` are Vietnamese unless `Accept-Language` prefers
            English; `errors[]` names fields by JSON pointer; `traceId` is what support asks for.

            A dash instead of a status means that the code explains one field in `errors[]`, or that its status depends on the case.

            *Written from the services' texts by `ProblemRegisterTest`; do not edit by hand.*
            """;

    private ErrorsPage() {}

    static String of(Collection<ProblemRegister> registers) {
        var page = new StringBuilder(HEAD);
        for (var register : kitFirst(registers)) {
            page.append("\n## ").append(title(register.module())).append("\n\n");
            page.append("| Code | Status | Vietnamese | English |\n|---|---|---|---|\n");
            for (var entry : register.entries()) {
                page.append("| `")
                        .append(entry.code())
                        .append("` | ")
                        .append(entry.status() == 0 ? "–" : entry.status())
                        .append(" | ")
                        .append(cell(entry.titleVi(), entry.detailVi()))
                        .append(" | ")
                        .append(cell(entry.titleEn(), entry.detailEn()))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    private static List<ProblemRegister> kitFirst(Collection<ProblemRegister> registers) {
        return registers.stream()
                .sorted(Comparator.comparing(register -> !register.module().equals(KIT)))
                .toList();
    }

    private static String title(String module) {
        return module.equals(KIT) ? "Every service" : module;
    }

    private static String cell(String title, String detail) {
        var text = title.isEmpty() ? detail : "**" + title + ".** " + detail;
        return text.replace("''", "'").replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
    }
}
