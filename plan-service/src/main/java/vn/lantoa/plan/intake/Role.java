package vn.lantoa.plan.intake;

import java.util.regex.Pattern;

/** What a section of a plan is for, told by its heading. */
enum Role {
    PURPOSE,
    REQUIREMENT,
    PURPOSE_AND_REQUIREMENT,
    GOALS,
    CONTENT,
    CHANNELS,
    TASKS,
    BUDGET,
    ORGANISATION,
    TIME,
    REPORTING,
    CLOSING,
    OTHER;

    private static final int SHORT_HEADING = 110;
    private static final int TITLE_WORDS = 12;
    private static final Pattern ORGANISED = Pattern.compile(
            "to chuc thuc hien|to chuc trien khai|phan cong|trach nhiem (?:thuc hien|cua)|^trach nhiem");
    private static final Pattern REPORTED =
            Pattern.compile("che do (?:thong tin,? )?bao cao|thong tin,? bao cao|^bao cao");
    private static final Pattern TIMED = Pattern.compile("thoi gian|tien do|lo trinh");
    private static final Pattern FUNDED = Pattern.compile("kinh phi|du toan|nguon von");
    private static final Pattern AIMED = Pattern.compile("muc tieu|chi tieu|tam nhin");
    private static final Pattern MESSAGES =
            Pattern.compile("noi dung[^.]{0,30}(?:tuyen truyen|truyen thong)|^noi dung (?:thong tin|thong diep)");
    private static final Pattern WAYS = Pattern.compile("^(?:cac )?(?:hinh thuc|phuong thuc|kenh)\\b");
    private static final Pattern WORK = Pattern.compile("nhiem vu|giai phap|noi dung");

    /** A heading of a main section may say it anywhere; a heading below must begin with it. */
    static Role of(Passage heading, int level, Role parent) {
        var folded = heading.folded();
        int colon = folded.indexOf(':');
        var title = colon > 0 ? folded.substring(0, colon) : folded;
        boolean main = level <= Marker.ROMAN_LEVEL;
        if (title.length() > SHORT_HEADING || title.isEmpty() || (!main && Words.count(title) > TITLE_WORDS)) {
            return parent;
        }
        return main ? ofMain(title, parent) : ofInner(title, parent);
    }

    private static Role ofMain(String title, Role parent) {
        if (ORGANISED.matcher(title).find()) {
            return ORGANISATION;
        }
        boolean purpose = title.contains("muc dich");
        boolean requirement = title.contains("yeu cau");
        if (purpose || requirement) {
            return purpose && requirement ? PURPOSE_AND_REQUIREMENT : purpose ? PURPOSE : REQUIREMENT;
        }
        if (AIMED.matcher(title).find()) {
            return GOALS;
        }
        if (FUNDED.matcher(title).find() && !WORK.matcher(title).find()) {
            return BUDGET;
        }
        if (TIMED.matcher(title).find() && !WORK.matcher(title).find()) {
            return TIME;
        }
        if (REPORTED.matcher(title).find()) {
            return REPORTING;
        }
        if (MESSAGES.matcher(title).find()) {
            return CONTENT;
        }
        if (WAYS.matcher(title).find()) {
            return CHANNELS;
        }
        return WORK.matcher(title).find() ? TASKS : parent;
    }

    private static Role ofInner(String title, Role parent) {
        if (title.startsWith("muc dich")) {
            return title.contains("yeu cau") ? PURPOSE_AND_REQUIREMENT : PURPOSE;
        }
        if (title.startsWith("yeu cau") && (parent == PURPOSE_AND_REQUIREMENT || Words.count(title) <= 3)) {
            return REQUIREMENT;
        }
        if (title.matches("^(?:muc tieu|(?:cac )?chi tieu|tam nhin)\\b.*")) {
            return GOALS;
        }
        if (REPORTED.matcher(title).lookingAt() && parent != TASKS) {
            return REPORTING;
        }
        if (title.matches("^(?:ve )?thoi gian\\b.*") && parent != TASKS) {
            return TIME;
        }
        if (title.matches("^(?:ve )?(?:nguon )?kinh phi\\b.*")) {
            return BUDGET;
        }
        if (title.matches("^noi dung (?:tuyen truyen|truyen thong|thong tin).*")) {
            return CONTENT;
        }
        if (WAYS.matcher(title).find() && Words.count(title) <= 8) {
            return CHANNELS;
        }
        if (title.matches("^(?:nhiem vu|giai phap|cac nhiem vu|nhiem vu,? giai phap)\\b.*")
                && parent != ORGANISATION
                && Words.count(title) <= 7
                && parent != CONTENT) {
            return TASKS;
        }
        return title.matches("^(?:to chuc thuc hien|phan cong (?:nhiem vu|thuc hien|trach nhiem))")
                ? ORGANISATION
                : parent;
    }
}
