package vn.lantoa.plan.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lantoa.kit.directory.Unit;

/**
 * Finds the unit that a document means, among the units of one organization. Spelling never decides: Unicode form, the place
 * of the tone mark (hoà, hòa), case, spaces and hyphens are alike, usual abbreviations count as their words, and "xã" or the
 * commune's own name behind a unit adds nothing. A name that fits two units fits none: a person decides.
 */
public final class UnitNames {

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("ubnd", "ủy ban nhân dân"),
            Map.entry("hđnd", "hội đồng nhân dân"),
            Map.entry("ubmttq", "ủy ban mặt trận tổ quốc"),
            Map.entry("mttq", "mặt trận tổ quốc"),
            Map.entry("btt", "ban thường trực"),
            Map.entry("tt", "trung tâm"),
            Map.entry("pvhcc", "phục vụ hành chính công"),
            Map.entry("hcc", "hành chính công"),
            Map.entry("dvsnc", "dịch vụ sự nghiệp công"),
            Map.entry("vp", "văn phòng"),
            Map.entry("vhxh", "văn hóa xã hội"),
            Map.entry("vh", "văn hóa"),
            Map.entry("xh", "xã hội"),
            Map.entry("bch", "ban chỉ huy"),
            Map.entry("chqs", "chỉ huy quân sự"),
            Map.entry("ca", "công an"),
            Map.entry("xdđ", "xây dựng đảng"),
            Map.entry("khcn", "khoa học và công nghệ"),
            Map.entry("th", "tiểu học"),
            Map.entry("thcs", "trung học cơ sở"),
            Map.entry("lhpn", "liên hiệp phụ nữ"),
            Map.entry("tncs", "thanh niên cộng sản"),
            Map.entry("ccb", "cựu chiến binh"));

    /** Words that join parts of a name, and that documents replace by a hyphen or leave out. */
    private static final Set<String> JOINING = Set.of("và", "các");

    private static final Set<String> UPPER_LEVEL = Set.of("thành phố", "tỉnh");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern AND = Pattern.compile("(?<=\\p{L})&(?=\\p{L})");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\([^)]*\\)");
    private static final Pattern REQUESTED =
            Pattern.compile("^\\s*đề nghị\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TERRITORY = Pattern.compile(
            "(xã|phường|đặc khu|thành phố|tỉnh)\\s+(\\S.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** The tone marks, which wander over the vowels of a syllable: grave, acute, tilde, hook above, dot below. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private final Map<String, Set<Unit>> byKey = new HashMap<>();
    private final Pattern ownTerritory;

    /** @param organizationName as in the directory; the place in it ("xã Mây Hạ") adds nothing to a unit's name */
    public UnitNames(Collection<Unit> units, String organizationName) {
        this.ownTerritory = ownTerritory(organizationName);
        for (var unit : units) {
            add(unit.name(), unit);
            unit.aliases().forEach(alias -> add(alias, unit));
        }
    }

    /** The unit that is meant; empty when none fits, or several do. */
    public Optional<Unit> find(String asWritten) {
        for (var reading : readings(asWritten)) {
            var found = byKey.get(key(reading));
            if (found != null) {
                return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void add(String name, Unit unit) {
        for (var reading : readings(name)) {
            byKey.computeIfAbsent(key(reading), _ -> new LinkedHashSet<>()).add(unit);
        }
    }

    /** The name as it stands, then without what adds nothing. */
    private List<String> readings(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        var readings = new ArrayList<String>();
        readings.add(composed);
        var bare = REQUESTED
                .matcher(IN_PARENTHESES.matcher(composed).replaceAll(" ").strip())
                .replaceFirst("");
        addNew(readings, bare);
        addNew(readings, ownTerritory.matcher(bare).replaceFirst(""));
        return readings;
    }

    /** "xã" alone, or with the name of this commune; another commune's name stays, for it means another body. */
    private static Pattern ownTerritory(String organizationName) {
        var territory = TERRITORY.matcher(Normalizer.normalize(organizationName, Normalizer.Form.NFC));
        boolean known = territory.find();
        var name = known ? "(?:\\s+" + Pattern.quote(territory.group(2).strip()) + ")?" : "";
        boolean upper = known && UPPER_LEVEL.contains(territory.group(1).toLowerCase(Locale.ROOT));
        return Pattern.compile(
                "\\s+(?:trên địa bàn\\s+|thuộc\\s+|của\\s+)?(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\\s+)?"
                        + (upper ? "(?:thành phố|tỉnh)" : "(?:xã|phường|đặc khu)") + name + "\\s*$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void addNew(List<String> readings, String reading) {
        if (!reading.isBlank() && !readings.contains(reading)) {
            readings.add(reading);
        }
    }

    /** The letters that decide: abbreviations written out, tone marks at the end of their syllable, no separators. */
    static String key(String name) {
        var key = new StringBuilder();
        var text = AND.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        for (var word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            for (var syllable : ABBREVIATIONS.getOrDefault(word, word).split(" ")) {
                if (!JOINING.contains(syllable)) {
                    key.append(toneAtEnd(syllable));
                }
            }
        }
        return key.toString();
    }

    private static String toneAtEnd(String syllable) {
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        Normalizer.normalize(syllable, Normalizer.Form.NFD)
                .chars()
                .forEach(c -> (TONES.indexOf(c) >= 0 ? tones : letters).append((char) c));
        return letters.append(tones).toString();
    }
}
