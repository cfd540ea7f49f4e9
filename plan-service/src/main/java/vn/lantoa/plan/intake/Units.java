package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads names of units as the document writes them. Knows what kinds of bodies exist, never which ones. */
final class Units {
    /** Words a body's name begins with, folded. */
    private static final String BODY_HEADS =
            "(?:phong|trung tam|van phong|uy ban|ubnd|hdnd|hoi dong|ubmttq|ub mttq|mttq|mat tran|"
                    + "ban|btt|bch|bchqs|dang uy|huyen uy|tinh uy|thanh uy|thuong truc|thuong vu|cong an|hoi|doan|lien doan|cong doan|so|bo|"
                    + "tram|truong|dai|to|thon|xom|ap|khu|chi bo|chi doan|chi hoi|chi cuc|cuc|kho bac|thue|bao hiem|buu dien|"
                    + "ngan hang|doanh nghiep|hop tac xa|quan su|quy|lanh dao|chu tich|pho chu tich|bi thu|truong|thu truong|"
                    + "cong chuc|chuyen vien|ke toan|tai chinh|vnpt|viettel|toa an|vien kiem sat|thanh tra|tong cong ty|cong ty|"
                    + "benh vien|hiep hoi|cau lac bo|bao(?! cao| dam| ve| ton| gom)|mobifone|dien luc|tt\\b|tttt|ban quan ly|can bo|nguoi dung dau|nha van hoa)";

    private static final Pattern NAME_START =
            Pattern.compile("^(?:cac |moi |tung |toan the )?(?:dong chi |ong |ba )?" + BODY_HEADS + "\\b");
    private static final Pattern GROUP_START = Pattern.compile(
            "^(?:cac|moi|tung|toan the|nhung) (?:phong|ban|nganh|co quan|don vi|doan the|to chuc|truong|thon|xom|ap|khu|to|hoi|chi bo|"
                    + "doanh nghiep|dia phuong|dong chi|trung tam|tram|cap|xa|phuong|so|bo|khoi|thanh vien|ca nhan|chi|ho|bo phan|cong chuc|"
                    + "can bo|luc luong|truong hoc)");
    private static final Pattern PLAIN_GROUP = Pattern.compile(
            "^(?:co quan|don vi|cap uy|chinh quyen|thu truong|nguoi dung dau|doanh nghiep|to chuc|ban|nganh|doan the|nhan dan|ho gia dinh)\\b");
    private static final Pattern OUTSIDE_CHAIN =
            Pattern.compile("^(?:de nghi |moi )?(?:cac )?(?:thuong truc |ban thuong truc |ban thuong vu )?"
                    + "(?:uy ban mat tran|uy ban mttq|ubmttq|ub mttq|mttq|mat tran|dang uy|ban xay dung dang|uy ban kiem tra dang|van phong dang uy|"
                    + "to chuc chinh tri|doan the|hoi (?:lien hiep )?(?:phu nu|nong dan|cuu chien binh|chu thap do)|doan thanh nien|doan tncs|"
                    + "cong doan|lien doan lao dong|doanh nghiep|ngan hang|hiep hoi|chi bo)");
    private static final Pattern REQUEST =
            Pattern.compile("^(?:de nghi|kinh de nghi|tran trong de nghi|kinh moi)\\b[: ]*");
    private static final Pattern ORDER = Pattern.compile("^(?:giao cho|giao|phan cong|yeu cau)\\b[: ]*(?=\\p{L})");

    private Units() {}

    static boolean looksLikeUnit(Passage words) {
        var folded = words.folded();
        return (NAME_START.matcher(folded).find()
                        && Character.isUpperCase(words.text().charAt(0)))
                || isGroup(words);
    }

    static boolean isGroup(Passage words) {
        var folded = words.folded();
        return GROUP_START.matcher(folded).find() || PLAIN_GROUP.matcher(folded).find() && folded.contains("lien quan");
    }

    /** Front, party, mass organisations, enterprises: asked, not ordered. */
    static boolean outsideChain(Passage words) {
        return OUTSIDE_CHAIN.matcher(words.folded()).find();
    }

    static boolean isRequest(Passage words) {
        return REQUEST.matcher(words.folded()).find();
    }

    static boolean isOrder(Passage words) {
        return ORDER.matcher(words.folded()).find();
    }

    /** Without "Đề nghị", "Giao" and the like in front. */
    static Passage withoutVerb(Passage words) {
        var request = REQUEST.matcher(words.folded());
        if (request.find()) {
            return words.from(request.end());
        }
        var order = ORDER.matcher(words.folded());
        return order.find() ? words.from(order.end()) : words;
    }

    static UnitMention mention(Passage words, DocumentText document, double confidence) {
        var bare = withoutVerb(words.bare()).bare();
        return new UnitMention(Words.evenHyphens(bare.text()), isGroup(bare), bare.source(document), confidence);
    }

    static List<UnitMention> mentions(Passage list, DocumentText document, double confidence) {
        return split(list).stream()
                .map(part -> mention(part, document, confidence))
                .filter(unit -> !unit.name().isEmpty())
                .toList();
    }

    /**
     * Splits a list of units: at semicolons always; at commas, "và" and "cùng" only where the next words begin a body
     * of their own, so that "Các phòng chuyên môn, đơn vị có liên quan" stays one group.
     */
    static List<Passage> split(Passage list) {
        List<Passage> parts = new ArrayList<>();
        int begin = 0;
        int bracketed = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.text().charAt(i);
            bracketed = Math.max(0, bracketed + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (bracketed > 0) {
                continue;
            }
            int width = separator(list, i);
            if (width > 0 && (c == ';' || beginsBody(list, begin, i, i + width))) {
                add(parts, list.part(begin, i));
                begin = i + width;
                i = begin - 1;
            }
        }
        add(parts, list.from(begin));
        return parts;
    }

    private static int separator(Passage list, int i) {
        var folded = list.folded();
        return switch (folded.charAt(i)) {
            case ';', ',' -> 1;
            case ' ' -> {
                if (folded.startsWith(" - ", i) && i + 3 < folded.length()) {
                    yield 3;
                }
                yield folded.startsWith(" va ", i) ? 4 : folded.startsWith(" cung voi ", i) ? 10 : 0;
            }
            default -> 0;
        };
    }

    private static boolean beginsBody(Passage list, int begin, int end, int next) {
        var before = list.part(begin, end);
        var after = list.from(next);
        if (after.isEmpty() || before.isEmpty()) {
            return false;
        }
        var left = before.folded();
        if (list.folded().startsWith(" - ", end)) {
            return NAME_START.matcher(after.folded()).find()
                    && Character.isUpperCase(after.text().charAt(0))
                    && !left.endsWith("chinh tri")
                    && after.folded()
                            .matches("^(?:phong|trung tam|van phong|cong an|ubnd|uy ban|tram|ban chi huy)\\b.*");
        }
        boolean council = (left.endsWith("hdnd") || left.endsWith("hoi dong nhan dan"))
                && after.folded().matches("^(?:ubnd|uy ban nhan dan).*");
        if (council) {
            return false;
        }
        boolean ownName = NAME_START.matcher(after.folded()).find()
                && Character.isUpperCase(after.text().charAt(0));
        boolean groupAfterName = after.folded().matches("^(?:cac|ban cong tac|nhung|thon|to dan pho|to cong nghe) .*")
                && looksLikeUnit(before)
                && !list.folded().startsWith(" va ", end);
        boolean andGroup =
                list.folded().startsWith(" va ", end) && after.folded().startsWith("cac ") && looksLikeUnit(before);
        return ownName || groupAfterName || andGroup;
    }

    private static void add(List<Passage> parts, Passage part) {
        var bare = part.bare();
        if (!bare.isEmpty()) {
            parts.add(bare);
        }
    }
}
