package vn.lantoa.plan.intake;

import java.util.List;
import java.util.regex.Pattern;

/** Builds the tree of numbered sections out of paragraphs. */
final class Outline {
    private static final Pattern CLOSING = Pattern.compile("^(?:tren day la|nhan duoc (?:ke hoach|cong van|van ban)|"
            + "(?:uy ban nhan dan|ubnd|ban thuong truc|dang uy)[^.;:]{0,60} (?:yeu cau|de nghi)|yeu cau (?:cac|thu truong|truong)|"
            + "de nghi (?:cac|thu truong)[^.;]{0,80}(?:nghiem tuc|khan truong|quan tam)|trong qua trinh (?:trien khai|thuc hien|to chuc)|"
            + "qua trinh (?:trien khai|thuc hien)|ke hoach nay (?:thay the|co hieu luc))");
    private static final Pattern BARE_TITLE = Pattern.compile(
            "muc dich|yeu cau|muc tieu|nhiem vu|giai phap|noi dung|kinh phi|to chuc thuc hien|che do bao cao|thoi gian");
    private static final int BARE_TITLE_MAX = 120;

    private Outline() {}

    static Section of(List<Paragraph> paragraphs) {
        var root = new Section(null, null, Passage.NONE, -1);
        var open = root;
        for (var paragraph : paragraphs) {
            if (isClosing(paragraph, open)) {
                open = new Section(root, null, Passage.NONE, 0);
                open.body().add(paragraph);
            } else if (isHeading(paragraph, open)) {
                int level = level(paragraph);
                open = new Section(ancestorAbove(open, level), paragraph.marker(), paragraph.content(), level);
            } else {
                owner(paragraph, open).body().add(paragraph);
            }
        }
        return root;
    }

    /** A scanned "I." often comes as "1.": a title in capitals that names a main part is one. */
    private static int level(Paragraph paragraph) {
        var marker = paragraph.marker();
        boolean mainTitle = Words.isUpperCase(paragraph.content().text())
                && BARE_TITLE.matcher(paragraph.content().folded()).find();
        return marker == null || (mainTitle && marker.label().indexOf('.') < 0 && marker.level() > 0)
                ? Marker.ROMAN_LEVEL
                : marker.level();
    }

    /** "Trên đây là …": the words a document ends with. */
    static boolean opensClosing(Passage paragraph) {
        return CLOSING.matcher(paragraph.folded()).find();
    }

    private static boolean isClosing(Paragraph paragraph, Section open) {
        return paragraph.marker() == null
                && open.level() > -1
                && opensClosing(paragraph.passage())
                && !Captions.opensWithCaption(paragraph.passage());
    }

    private static boolean isHeading(Paragraph paragraph, Section open) {
        var marker = paragraph.marker();
        if (marker == null) {
            return Words.isUpperCase(paragraph.passage().text())
                    && paragraph.passage().length() <= BARE_TITLE_MAX
                    && BARE_TITLE.matcher(paragraph.passage().folded()).find();
        }
        if (marker.isBullet()) {
            return false;
        }
        boolean captionOfTask = marker.level() > Marker.ROMAN_LEVEL + 1
                && marker.level() > open.level() - 1
                && !open.heading().isEmpty()
                && isTaskCaption(paragraph);
        return !captionOfTask;
    }

    /** "b) Đơn vị chủ trì: …" under a task belongs to the task. */
    private static boolean isTaskCaption(Paragraph paragraph) {
        var kind = Captions.opening(paragraph.passage());
        return kind != null;
    }

    /** A caption with a marker belongs to the section its number stands under. */
    private static Section owner(Paragraph paragraph, Section open) {
        var marker = paragraph.marker();
        return marker == null || marker.isBullet() ? open : ancestorAbove(open, marker.level());
    }

    private static Section ancestorAbove(Section open, int level) {
        var section = open;
        while (section.level() >= level) {
            section = section.parent().orElse(section);
        }
        return section;
    }
}
