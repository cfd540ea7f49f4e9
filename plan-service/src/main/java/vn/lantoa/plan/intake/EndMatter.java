package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.intake.ExtractedPlan.Recipient;
import vn.lantoa.plan.intake.ExtractedPlan.Signer;
import vn.lantoa.plan.intake.ExtractedPlan.SigningMode;

/** Reads "Nơi nhận" and the signature. */
final class EndMatter {
    private static final Pattern HEADING = Pattern.compile("^n[o0][il1] nh[ae]n\\s?[:;.]?\\s?");
    private static final Pattern NOTE = Pattern.compile("\\(([^()]{1,60})\\)[\\s;.,]*$");
    private static final Pattern ARCHIVE = Pattern.compile("^luu\\s?[:;]?\\s?");
    private static final Pattern MODE =
            Pattern.compile("^(t/m|k/t|t/l|t/uq|t\\.?\\s?m|k\\.?\\s?t|t\\.?\\s?l|tuq|q)\\s?[./]?\\s?");
    private static final Pattern POSITION = Pattern.compile(
            "^(?:pho |quyen |q\\. ?)?(?:chu tich|bi thu|giam doc|truong phong|truong ban|chanh van phong|cuc truong|chi cuc truong|truong doan|"
                    + "chu nhiem|vien truong|hieu truong|tong giam doc|bo truong|thu truong|pho truong|pho chanh|pho giam doc|pho bi thu|truong|chanh|tong bien tap|uy vien)\\b.*");
    private static final Pattern NAME =
            Pattern.compile("^(?:(?:TS|ThS|PGS|GS|BS|KS|Ths)\\.?\\s?)*\\p{Lu}[\\p{L}]*(?:\\s\\p{Lu}[\\p{L}]*){1,5}$");
    private static final Pattern SIGNED_MARK =
            Pattern.compile("^\\(?\\s?(?:da ky|ky|da ky so|ky ten|ky, dong dau)[^)]{0,30}\\)?$");

    private static final int SIGNATURE_LINES = 16;
    private static final int RECIPIENT_MAX = 600;

    private final DocumentText document;

    EndMatter(DocumentText document) {
        this.document = document;
    }

    List<Recipient> recipients(List<Line> end) {
        List<Recipient> recipients = new ArrayList<>();
        boolean inside = false;
        Passage open = Passage.NONE;
        for (var line : end) {
            var heading = HEADING.matcher(line.folded());
            var words = line.passage();
            if (!inside && heading.find()) {
                inside = true;
                words = words.from(heading.end());
            } else if (inside && (Zones.isSigning(line) || isPositionLine(line))) {
                break;
            }
            if (!inside || words.isEmpty()) {
                continue;
            }
            boolean bullet = Paragraph.of(words).isBullet();
            boolean closed =
                    open.isEmpty() || open.text().endsWith(";") || open.text().endsWith(".");
            if (!open.isEmpty() && (bullet || closed || open.length() > RECIPIENT_MAX)) {
                add(open, recipients);
                open = Passage.NONE;
                if (isArchived(recipients) && !bullet) {
                    return recipients;
                }
            }
            open = open.then(bullet ? Paragraph.of(words).content() : words);
        }
        add(open, recipients);
        return recipients;
    }

    private static boolean isArchived(List<Recipient> recipients) {
        return !recipients.isEmpty() && recipients.getLast().archive();
    }

    private void add(Passage line, List<Recipient> recipients) {
        var parts = line.folded().startsWith("luu") ? List.of(line) : Words.clauses(line);
        for (var part : parts) {
            var note = NOTE.matcher(part.text());
            boolean noted = note.find();
            var words = (noted ? part.part(0, note.start()) : part).bare();
            if (words.isEmpty()) {
                continue;
            }
            if (Paragraph.of(words).isBullet()) {
                words = Paragraph.of(words).content();
            }
            var archive = ARCHIVE.matcher(words.folded());
            boolean archived = archive.find() && Words.count(words.text()) <= 14;
            recipients.add(new Recipient(
                    words.text(),
                    noted ? note.group(1).strip() : null,
                    archived,
                    archived ? codes(words.from(archive.end())) : List.of(),
                    part.source(document)));
        }
    }

    private static List<String> codes(Passage words) {
        List<String> codes = new ArrayList<>();
        for (var code : words.text().split("[,;]")) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }

    private static boolean isPositionLine(Line line) {
        return line.isUpperCase() && POSITION.matcher(line.folded()).matches();
    }

    @Nullable
    Signer signer(List<Line> end) {
        int first = -1;
        for (int i = 0; i < end.size() && first < 0; i++) {
            first = Zones.isSigning(end.get(i)) || isPositionLine(end.get(i)) ? i : -1;
        }
        return first < 0 ? null : signer(end, first);
    }

    private Signer signer(List<Line> end, int first) {
        SigningMode mode = null;
        Passage onBehalfOf = Passage.NONE;
        Passage authority = Passage.NONE;
        Passage position = Passage.NONE;
        Passage name = Passage.NONE;
        Passage all = Passage.NONE;
        for (var line : end.subList(first, Math.min(end.size(), first + SIGNATURE_LINES))) {
            var words = line.passage();
            var moded = MODE.matcher(words.folded());
            if (HEADING.matcher(line.folded()).find() || Paragraph.of(words).isBullet()) {
                break;
            }
            if (SIGNED_MARK.matcher(line.folded()).matches()) {
                continue;
            }
            if (Zones.isSigning(line) && moded.find() && position.isEmpty()) {
                if (mode == SigningMode.TM) {
                    authority = onBehalfOf;
                }
                mode = mode(moded.group(1));
                onBehalfOf = words.from(moded.end());
            } else if (line.isUpperCase()
                    && position.isEmpty()
                    && POSITION.matcher(line.folded()).matches()) {
                position = words;
            } else if (line.isUpperCase() && position.isEmpty() && mode != null) {
                onBehalfOf = onBehalfOf.then(words);
            } else if (NAME.matcher(words.text()).matches()
                    && words.length() <= 50
                    && !(line.isUpperCase() && POSITION.matcher(line.folded()).matches())) {
                name = words;
                all = all.then(words);
                break;
            } else if (!line.isUpperCase()) {
                break;
            }
            all = all.then(words);
        }
        if (mode == SigningMode.Q && position.isEmpty()) {
            position = onBehalfOf;
        }
        return new Signer(
                mode,
                text(onBehalfOf),
                text(authority),
                text(position),
                text(name),
                all.source(document),
                name.isEmpty() ? 0.6 : 0.95);
    }

    private static @Nullable String text(Passage words) {
        return words.isEmpty() ? null : words.bare().text();
    }

    private static SigningMode mode(String letters) {
        return switch (letters.replaceAll("[^a-z]", "")) {
            case "tm" -> SigningMode.TM;
            case "kt" -> SigningMode.KT;
            case "tl" -> SigningMode.TL;
            case "tuq" -> SigningMode.TUQ;
            default -> SigningMode.Q;
        };
    }
}
