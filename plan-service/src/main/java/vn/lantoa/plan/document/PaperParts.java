package vn.lantoa.plan.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.document.DocxSheet.Para;
import vn.lantoa.plan.intake.DocumentType;

/**
 * Which paragraph of a document is which part.
 *
 * @param head all above the kind of document, or above the addressees of a letter
 * @param type null for a letter, and where none was found
 * @param subject what stands centred under the kind, with the rule below it
 * @param body between subject and recipients, tables included
 * @param recipients from "Nơi nhận" on
 * @param signature beside the recipients
 */
record PaperParts(
        boolean letter,
        List<Para> head,
        @Nullable Para type,
        List<Para> subject,
        List<Para> body,
        List<Para> recipients,
        List<Para> signature,
        boolean typeAfterBody) {

    static final Pattern RECIPIENTS = Pattern.compile("^N[ơƠ][iI] nh[ậẬ]n\\s*:?.*", Pattern.CASE_INSENSITIVE);

    private static final Set<String> TYPES = Arrays.stream(DocumentType.values())
            .map(it -> it.vietnameseName().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());

    PaperParts {
        head = List.copyOf(head);
        subject = List.copyOf(subject);
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        signature = List.copyOf(signature);
    }

    static PaperParts of(List<Para> all) {
        int type = typeIndex(all);
        int firstBody = firstOutsideHead(all);
        int end = endIndex(all);
        boolean letter =
                type < 0 && all.stream().limit(Math.max(0, firstBody) + 3L).anyMatch(PaperParts::isOfLetter);
        int headEnd = Math.clamp(type >= 0 ? Math.min(type, Math.max(firstBody, 0)) : firstBody, 0, end);
        var subject = new ArrayList<Para>();
        int bodyStart = headEnd;
        if (type >= 0 && type < end) {
            bodyStart = type + 1;
            while (bodyStart < end && belongsToSubject(all.get(bodyStart))) {
                subject.add(all.get(bodyStart++));
            }
        }
        return new PaperParts(
                letter,
                all.subList(0, headEnd),
                type < 0 ? null : all.get(type),
                subject,
                all.subList(Math.min(bodyStart, end), end),
                recipients(all, end),
                signature(all, end),
                type > firstBody + 1 && type > headEnd);
    }

    private static boolean belongsToSubject(Para it) {
        return !it.isInTable()
                && (it.isRule()
                        || it.align().equals("center")
                        || (it.isBlank() && it.runs().isEmpty()));
    }

    private static boolean isOfLetter(Para it) {
        return it.words().startsWith("V/v") || it.words().startsWith("Kính gửi");
    }

    private static int typeIndex(List<Para> all) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isInTable() && TYPES.contains(all.get(i).words())) {
                return i;
            }
        }
        return -1;
    }

    /** The letterhead stands in tables of two columns, or in the first lines where there are none. */
    private static int firstOutsideHead(List<Para> all) {
        for (int i = 0; i < all.size(); i++) {
            var it = all.get(i);
            if (!it.isInTable() && !it.isBlank() && (it.columns() < 2)) {
                return i;
            }
        }
        return all.size();
    }

    private static int endIndex(List<Para> all) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (RECIPIENTS.matcher(all.get(i).words()).matches()) {
                return firstOfTable(all, i);
            }
        }
        int last = all.size() - 1;
        while (last >= 0 && all.get(last).isBlank()) {
            last--;
        }
        return last >= 0 && all.get(last).isInTable() && all.get(last).columns() == 2
                ? firstOfTable(all, last)
                : all.size();
    }

    private static int firstOfTable(List<Para> all, int index) {
        int table = all.get(index).table();
        int first = index;
        while (table >= 0 && first > 0 && all.get(first - 1).table() == table) {
            first--;
        }
        return first;
    }

    private static List<Para> recipients(List<Para> all, int end) {
        var rest = all.subList(end, all.size()).stream()
                .filter(it -> !it.isBlank())
                .toList();
        boolean table = rest.stream().anyMatch(Para::isInTable);
        if (!table) {
            return rest.stream()
                    .dropWhile(it -> !RECIPIENTS.matcher(it.words()).matches())
                    .toList();
        }
        int column = rest.stream()
                .filter(it -> RECIPIENTS.matcher(it.words()).matches())
                .map(Para::column)
                .findFirst()
                .orElse(0);
        return rest.stream()
                .filter(it -> it.isInTable() && it.column() == column)
                .toList();
    }

    private static List<Para> signature(List<Para> all, int end) {
        var recipients = recipients(all, end);
        return all.subList(end, all.size()).stream()
                .filter(it -> !it.isBlank() && !recipients.contains(it))
                .toList();
    }
}
