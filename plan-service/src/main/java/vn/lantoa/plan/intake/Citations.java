package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds documents cited by number, in the state form {@code 49/KH-UBND} and the party form {@code 13-KH/ĐU}. */
final class Citations {
    /** One mention: normalised number, the symbol as printed, and what is said around it. */
    record Mention(
            String number,
            String printed,
            @Nullable DocumentType type,
            @Nullable PartialDate date,
            @Nullable String issuer,
            Passage words,
            int start,
            int end) {}

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d/])(\\d{1,5})\\s?([/\\-])\\s?((?:(?:19|20)\\d{2}\\s?/\\s?)?)"
                    + "([A-ZĐƯ][A-Za-zĐđƯưyr]{0,7}\\d{0,2})((?:\\s?[/\\-]\\s?[A-ZĐƯ][A-Za-zĐđƯư]{0,9}\\d{0,2}){0,4})(?![\\p{L}\\d])");
    private static final Set<String> PARTY_BODIES =
            Set.of("TW", "TU", "ĐU", "TWĐ", "HU", "BCĐTW", "BTV", "BTVTU", "UBKT");
    private static final int WINDOW = 160;
    private static final int BEFORE = 30;
    private static final Pattern DATED = Pattern.compile("^[\\s,(]{0,3}ngay\\s");
    private static final Pattern ISSUER = Pattern.compile("^[\\s,]{0,2}cua\\s");
    private static final Pattern ISSUER_END = Pattern.compile(
            "[;,(“\"):.]|\\s(?:ve|ban hanh|phe duyet|quy dinh|thuc hien|trien khai|tren dia ban|va|huong dan|v/v|sua doi|den|trong|phai|nham|nam 20|giai doan|tai|cho|co|thong qua|tiep tuc)\\b");

    private Citations() {}

    static List<Mention> in(Passage passage) {
        List<Mention> mentions = new ArrayList<>();
        var matcher = NUMBER.matcher(passage.text());
        while (matcher.find()) {
            var mention = mention(passage, matcher);
            if (mention != null) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private static @Nullable Mention mention(Passage passage, java.util.regex.Matcher matcher) {
        var letters = matcher.group(4);
        var rest = compact(matcher.group(5));
        boolean numbered = passage.folded()
                .substring(Math.max(0, matcher.start() - 5), matcher.start())
                .contains("so");
        var type = typeBefore(passage, matcher.start());
        var byLetters = DocumentType.ofAbbreviation(letters);
        if (type == null) {
            type = byLetters.orElse(null);
        }
        if (rest.isEmpty() && !letters.startsWith("QH") || (!numbered && type == null)) {
            return null;
        }
        var printed = matcher.group(1) + matcher.group(2) + compact(matcher.group(3)) + letters + rest;
        var tail = tail(passage, matcher.end());
        return new Mention(
                normalised(matcher.group(1), matcher.group(2), compact(matcher.group(3)), letters, rest),
                printed,
                type,
                tail.date(),
                tail.issuer(),
                passage.part(wordsStart(passage, matcher.start()), Math.max(matcher.end(), tail.end())),
                matcher.start(),
                Math.max(matcher.end(), tail.end()));
    }

    private record Tail(
            @Nullable PartialDate date, @Nullable String issuer, int end) {}

    /** "… ngày 16/6/2025 của Thủ tướng Chính phủ". */
    private static Tail tail(Passage passage, int from) {
        var folded = passage.folded();
        int end = from;
        PartialDate date = null;
        if (DATED.matcher(folded.substring(from, Math.min(folded.length(), from + 12)))
                .find()) {
            var found = Dates.full(folded.substring(0, Math.min(folded.length(), from + 40)), from);
            if (!Dates.isNone(found) && found.start() - from < 12) {
                date = found.date();
                end = found.end();
            }
        }
        var window = folded.substring(end, Math.min(folded.length(), end + WINDOW));
        var issuer = ISSUER.matcher(window);
        if (!issuer.find()) {
            return new Tail(date, null, end);
        }
        int stopAt = issuerEnd(passage, end, window, issuer.end());
        var body = passage.part(end + issuer.end(), end + stopAt).bare();
        return body.isEmpty() ? new Tail(date, null, end) : new Tail(date, body.text(), end + stopAt);
    }

    /** "Bộ Khoa học và Công nghệ" goes on behind its "và"; "… và Nghị quyết số" does not. */
    private static int issuerEnd(Passage passage, int offset, String window, int from) {
        var stop = ISSUER_END.matcher(window);
        for (int at = from; stop.find(at); at = stop.end()) {
            int next = offset + stop.end() + 1;
            boolean goesOn = stop.group().equals(" va")
                    && next < passage.length()
                    && Character.isUpperCase(passage.text().charAt(next))
                    && DocumentType.openingOf(passage.folded().substring(next)).isEmpty();
            if (!goesOn) {
                return stop.start();
            }
        }
        return window.length();
    }

    private static int wordsStart(Passage passage, int number) {
        int from = Math.max(0, number - BEFORE);
        var folded = passage.folded().substring(from, number);
        for (int i = 0; i < folded.length(); i++) {
            boolean wordStart =
                    i == 0 ? from == 0 || passage.text().charAt(from - 1) == ' ' : folded.charAt(i - 1) == ' ';
            if (wordStart && DocumentType.openingOf(folded.substring(i)).isPresent()) {
                return from + i;
            }
        }
        return number;
    }

    private static @Nullable DocumentType typeBefore(Passage passage, int number) {
        int start = wordsStart(passage, number);
        return start == number
                ? null
                : DocumentType.openingOf(passage.folded().substring(start)).orElse(null);
    }

    /** Party bodies put the dash before the type and the slash before the body; others the other way round. */
    private static String normalised(String number, String separator, String year, String letters, String rest) {
        var body = rest.length() > 1 ? rest.substring(1) : "";
        boolean party = body.indexOf('/') < 0 && body.indexOf('-') < 0 && PARTY_BODIES.contains(body) && year.isEmpty();
        if (party && DocumentType.ofAbbreviation(letters).isPresent()) {
            return number + "-" + letters + "/" + body;
        }
        return number + separator + year + letters + rest;
    }

    private static String compact(@Nullable String words) {
        return words == null ? "" : words.replace(" ", "");
    }

    /** One citation for each number: the first mention, completed by later ones that say more. */
    static List<ExtractedPlan.Citation> distinct(List<Mention> mentions, DocumentText document) {
        Map<String, ExtractedPlan.Citation> byNumber = new LinkedHashMap<>();
        for (var mention : mentions) {
            byNumber.merge(mention.number(), citation(mention, document), Citations::fuller);
        }
        return List.copyOf(byNumber.values());
    }

    private static ExtractedPlan.Citation citation(Mention mention, DocumentText document) {
        return new ExtractedPlan.Citation(
                mention.number(),
                mention.type(),
                mention.date(),
                mention.issuer(),
                mention.words().source(document),
                mention.date() == null ? 0.8 : 0.95);
    }

    private static ExtractedPlan.Citation fuller(ExtractedPlan.Citation known, ExtractedPlan.Citation next) {
        return score(next) > score(known) ? next : known;
    }

    private static int score(ExtractedPlan.Citation citation) {
        return (citation.date() == null ? 0 : 2) + (citation.issuer() == null ? 0 : 1);
    }
}
