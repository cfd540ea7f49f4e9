package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Printed digital-signature blocks: takes them out of the text and says who signed when. */
final class SignatureBlocks {
    private static final Pattern SIGNED = Pattern.compile("\\bda ky (?:len )?(?:van ban|so|dien tu|tai lieu)");
    private static final Pattern SIGNER = Pattern.compile("^(?:nguoi ky|ky boi|duoc ky boi|signed by|signer)\\s?:\\s*");
    private static final Pattern DETAIL = Pattern.compile(
            "^(?:email|co quan|to chuc|chuc vu|ly do|dia diem|thoi gian ky|ngay ky|gio ky|thoi gian|signed on|date|time|signature valid|chu ky so)\\b\\s?:?.*");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?\\s?(Z|[+\\-]\\d{2}:?\\d{2})?");
    private static final Pattern LOCAL = Pattern.compile(
            "(\\d{1,2})[./\\-](\\d{1,2})[./\\-](\\d{4}),? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s?(Z|[+\\-]\\d{2}:?\\d{2})?");
    private static final Pattern ORGANISATION = Pattern.compile(
            "^(?:uy ban|ubnd|hoi dong|hdnd|van phong|phong|so|bo|trung tam|dang uy|ban|mat tran|cong an|co quan|chi cuc|cuc)\\b");
    private static final int BLOCK_LINES = 6;

    private SignatureBlocks() {}

    /** The lines without signature blocks; those are added to {@code removed}. */
    static List<Line> remove(List<Line> lines, List<Line> removed) {
        List<Line> kept = new ArrayList<>();
        int blockLines = 0;
        for (var line : lines) {
            if (opens(line)) {
                blockLines = BLOCK_LINES;
                removed.add(line);
            } else if (blockLines > 0 && (DETAIL.matcher(line.folded()).matches() || isTime(line))) {
                blockLines--;
                removed.add(line);
            } else {
                blockLines = 0;
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean opens(Line line) {
        return line.passage().length() < 200
                && (SIGNED.matcher(line.folded()).find()
                        || SIGNER.matcher(line.folded()).find())
                && !line.folded().contains("nguoi ky van ban");
    }

    private static boolean isTime(Line line) {
        return line.passage().length() < 60
                && (ISO.matcher(line.text()).find()
                        || LOCAL.matcher(line.text()).find());
    }

    static List<ExtractedPlan.DigitalSignature> read(List<Line> blocks, DocumentText document) {
        Map<String, ExtractedPlan.DigitalSignature> bySigner = new LinkedHashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!opens(blocks.get(i))) {
                continue;
            }
            String signedAt = null;
            var words = blocks.get(i).passage();
            for (int k = i; k < blocks.size() && (k == i || !opens(blocks.get(k))); k++) {
                signedAt = signedAt == null ? time(blocks.get(k).text()) : signedAt;
                words = k == i ? words : words.then(blocks.get(k).passage());
            }
            var name = signer(blocks.get(i).passage());
            if (!name.isEmpty()) {
                bySigner.merge(
                        Folding.fold(name.text()), signature(name, signedAt, words, document), SignatureBlocks::again);
            }
        }
        return List.copyOf(bySigner.values());
    }

    private static Passage signer(Passage line) {
        var labelled = SIGNER.matcher(line.folded());
        if (labelled.find()) {
            return line.from(labelled.end()).bare();
        }
        var signed = SIGNED.matcher(line.folded());
        return signed.find() ? line.part(0, signed.start()).bare() : Passage.NONE;
    }

    private static ExtractedPlan.DigitalSignature signature(
            Passage name, @Nullable String signedAt, Passage words, DocumentText document) {
        boolean organisation = ORGANISATION.matcher(name.folded()).find();
        return new ExtractedPlan.DigitalSignature(name.text(), organisation, signedAt, 1, words.source(document));
    }

    private static ExtractedPlan.DigitalSignature again(
            ExtractedPlan.DigitalSignature first, ExtractedPlan.DigitalSignature next) {
        return new ExtractedPlan.DigitalSignature(
                first.signer(),
                first.organization(),
                first.signedAt() == null ? next.signedAt() : first.signedAt(),
                first.occurrences() + next.occurrences(),
                first.source());
    }

    private static @Nullable String time(String text) {
        var iso = ISO.matcher(text);
        if (iso.find()) {
            return stamp(
                    iso.group(1), iso.group(2), iso.group(3), iso.group(4), iso.group(5), iso.group(6), iso.group(7));
        }
        var local = LOCAL.matcher(text);
        return local.find()
                ? stamp(
                        local.group(3),
                        local.group(2),
                        local.group(1),
                        local.group(4),
                        local.group(5),
                        local.group(6),
                        local.group(7))
                : null;
    }

    private static @Nullable String stamp(
            String year,
            String month,
            String day,
            String hour,
            String minute,
            @Nullable String second,
            @Nullable String zone) {
        try {
            var at = java.time.LocalDateTime.of(
                    Integer.parseInt(year),
                    Integer.parseInt(month),
                    Integer.parseInt(day),
                    Integer.parseInt(hour),
                    Integer.parseInt(minute),
                    second == null ? 0 : Integer.parseInt(second));
            var iso = java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at);
            return zone == null ? iso : iso + java.time.ZoneOffset.of(zone);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }
}
