package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds captions such as "Đơn vị chủ trì:" and what stands behind them, wherever they stand in a paragraph. */
final class Captions {
    enum Kind {
        LEAD,
        /** One caption for lead and coordinators: who leads is not said. */
        LEAD_AND_COORDINATION,
        COORDINATION,
        IMPLEMENTATION,
        TIME,
        PRODUCT,
        STATEMENT,
        /** Place, money and the like: known, not read. */
        ASIDE
    }

    record Caption(Kind kind, Passage value) {}

    /** The words in front of the first caption, and the captions. */
    record Split(Passage statement, List<Caption> captions) {}

    private static final String BODY = "(?:(?:cac )?(?:co quan|don vi|bo phan|to chuc|phong|nguoi|ca nhan|chu the)"
            + "(?:\\s?[,/]\\s?(?:co quan|don vi|bo phan|to chuc|phong|ca nhan))?(?: duoc giao)? )?";
    private static final String HEAD = "(?:"
            + BODY + "(?:chu tri|dau moi)(?: thuc hien| tham muu| trien khai| chinh)?"
            + "(?:\\s?(?:,|va|/|-)\\s?(?:(?:co quan|don vi) )?(?:phoi hop|thuc hien)(?: thuc hien)?)?"
            + "|" + BODY + "(?:cung )?phoi hop(?: thuc hien| trien khai)?"
            + "|(?:(?:cac )?(?:co quan|don vi|bo phan|to chuc|nguoi|ca nhan|trach nhiem|phan cong|chu the|luc luong)(?:\\s?[,/]\\s?"
            + "(?:co quan|don vi|bo phan|to chuc|ca nhan))? ?(?:chiu trach nhiem|to chuc|trien khai|phu trach|tham muu)?"
            + " ?(?:thuc hien|phu trach|trach nhiem|tham muu|trien khai)|phan cong|giao)"
            + "|(?:thoi (?:gian|han|diem)|tien do|han)(?: (?:thuc hien|hoan thanh|to chuc|trien khai|du kien|xong|cuoi))*"
            + "|hoan thanh|thuc hien"
            + "|(?:san pham|ket qua|dau ra)(?:(?:,| va|/) (?:san pham|ket qua|dau ra))?"
            + "(?: (?:du kien|dat duoc|dau ra|can dat|thuc hien|hoan thanh|cong viec|chinh|dau ra))*"
            + "|(?:noi dung|nhiem vu|cong viec|ten nhiem vu)(?: (?:thuc hien|cong viec|nhiem vu|cu the))?"
            + "|dia diem(?: (?:thuc hien|to chuc))?|kinh phi(?: thuc hien)?|nguon kinh phi|thanh phan(?: tham du)?|doi tuong"
            + "|hinh thuc(?: (?:thuc hien|to chuc))?|so luong|quy mo)";
    private static final Pattern CAPTION = Pattern.compile("(?:^|[.;,(]\\s?|\\s-\\s)(" + HEAD + ")\\s?:");

    private Captions() {}

    static boolean opensWithCaption(Passage paragraph) {
        return opening(paragraph) != null;
    }

    /** The kind of the caption this paragraph opens with, behind its marker. */
    static @Nullable Kind opening(Passage paragraph) {
        var content = Paragraph.of(paragraph).content();
        var matcher = CAPTION.matcher(content.folded());
        return matcher.lookingAt() ? kind(matcher.group(1)) : null;
    }

    static Split split(Passage content) {
        var matcher = CAPTION.matcher(content.folded());
        List<Caption> captions = new ArrayList<>();
        Passage statement = content;
        @Nullable Kind kind = null;
        int valueStart = 0;
        while (matcher.find()) {
            var found = kind(matcher.group(1));
            boolean opening = matcher.start() == 0;
            if (!opening && !isCaptionInside(content, matcher.start(1), found, kind)) {
                continue;
            }
            if (kind == null) {
                statement = content.part(0, matcher.start(1));
            } else {
                captions.add(new Caption(kind, value(content, valueStart, matcher.start(1))));
            }
            kind = found;
            valueStart = matcher.end();
        }
        if (kind != null) {
            captions.add(new Caption(kind, value(content, valueStart, content.length())));
        }
        return new Split(trimmedEnd(statement), captions);
    }

    /** Inside a sentence only captions about units, time and product count, and only with a capital or after another. */
    private static boolean isCaptionInside(Passage content, int at, Kind found, @Nullable Kind previous) {
        if (found == Kind.STATEMENT || found == Kind.ASIDE) {
            return false;
        }
        return previous != null && previous != Kind.STATEMENT && previous != Kind.ASIDE
                || Character.isUpperCase(content.text().charAt(at))
                || content.text().charAt(Math.max(0, at - 1)) == '(';
    }

    private static Passage value(Passage content, int from, int to) {
        var value = content.part(from, to).bare();
        return value.text().endsWith(")") && value.text().indexOf('(') < 0 ? value.part(0, value.length() - 1) : value;
    }

    private static Passage trimmedEnd(Passage statement) {
        int end = statement.length();
        while (end > 0 && "(;,-/ ".indexOf(statement.text().charAt(end - 1)) >= 0) {
            end--;
        }
        return statement.part(0, end);
    }

    private static Kind kind(String head) {
        boolean leads = head.contains("chu tri") || head.contains("dau moi");
        if (leads) {
            return head.contains("phoi hop") ? Kind.LEAD_AND_COORDINATION : Kind.LEAD;
        }
        if (head.contains("phoi hop")) {
            return Kind.COORDINATION;
        }
        if (head.startsWith("thoi")
                || head.startsWith("tien do")
                || head.startsWith("han")
                || head.equals("hoan thanh")) {
            return Kind.TIME;
        }
        if (head.startsWith("san pham") || head.startsWith("ket qua") || head.startsWith("dau ra")) {
            return Kind.PRODUCT;
        }
        if (head.startsWith("noi dung")
                || head.startsWith("nhiem vu")
                || head.startsWith("cong viec")
                || head.startsWith("ten nhiem vu")) {
            return Kind.STATEMENT;
        }
        return head.startsWith("dia diem")
                        || head.startsWith("kinh phi")
                        || head.startsWith("nguon")
                        || head.startsWith("thanh phan")
                        || head.startsWith("doi tuong")
                        || head.startsWith("hinh thuc")
                        || head.startsWith("so luong")
                        || head.startsWith("quy mo")
                ? Kind.ASIDE
                : Kind.IMPLEMENTATION;
    }
}
