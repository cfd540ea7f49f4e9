package vn.lantoa.reporting.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.reporting.indicator.IndicatorView.Target;
import vn.lantoa.reporting.work.WorkDone;

/** The lines of a report in Vietnamese, written from its figures and the accepted work. Nothing is said that the data does not hold. */
final class Narrative {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.of("vi", "VN"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Narrative() {}

    static List<String> of(ReportPeriod period, WorkDone work, List<ReportFigure> figures) {
        var lines = new ArrayList<String>();
        lines.add("I. Kết quả thực hiện nhiệm vụ " + period.label());
        lines.add("Đã hoàn thành " + work.done() + " nhiệm vụ trong kỳ. Tính đến ngày " + DAY.format(work.asOf()) + ": "
                + work.inProgress() + " nhiệm vụ đang thực hiện hoặc chờ nghiệm thu, chưa quá hạn; "
                + work.overdue() + " nhiệm vụ quá hạn.");
        for (var task : work.completed()) {
            lines.add("- " + (task.number() == null ? "" : task.number() + ". ")
                    + (task.title() == null ? "Nhiệm vụ chưa có tên" : task.title())
                    + (task.late() ? " (hoàn thành quá hạn)." : "."));
        }
        if (work.answered() > 0) {
            lines.add("Các cơ quan, tổ chức được đề nghị phối hợp đã phản hồi " + work.answered()
                    + " nội dung trong kỳ.");
        }
        lines.add(evidence(work.evidence()));
        lines.add("II. Kết quả thực hiện các chỉ tiêu");
        figures.forEach(figure -> lines.add("- " + figure(figure)));
        return lines;
    }

    private static String evidence(List<WorkDone.ChannelCount> evidence) {
        if (evidence.isEmpty()) {
            return "Trong kỳ chưa có tài liệu minh chứng.";
        }
        int all = evidence.stream().mapToInt(WorkDone.ChannelCount::count).sum();
        return "Minh chứng trong kỳ: " + all + " tài liệu, gồm "
                + evidence.stream()
                        .map(it -> channel(it.channel()) + " (" + it.count() + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String figure(ReportFigure it) {
        var target = it.target();
        var words =
                switch (it.state()) {
                    case REPORTED -> reported(it);
                    case MISSING -> "chưa có số liệu";
                    case NOT_APPLICABLE -> "không áp dụng";
                    case NOT_YET_DUE -> "chưa đến kỳ đánh giá";
                };
        return it.name() + ": " + words
                + (target == null ? "" : "; chỉ tiêu năm " + target.year() + ": " + target(target, it.unit()))
                + (it.explanation() == null ? "" : "; ghi chú: " + it.explanation())
                + (it.source() == null ? "" : " (nguồn: " + it.source() + ")")
                + ".";
    }

    private static String reported(ReportFigure it) {
        var amount = amount(it.value(), it.unit());
        var parts =
                it.denominator() == null ? "" : " (" + number(it.numerator()) + "/" + number(it.denominator()) + ")";
        return (it.cumulative() ? "lũy kế " : "") + amount + parts;
    }

    private static String target(Target target, String unit) {
        var amount = amount(target.value(), unit);
        var words =
                switch (target.comparator()) {
                    case ">=" -> "từ " + amount + " trở lên";
                    case ">" -> "trên " + amount;
                    case "<=" -> "không quá " + amount;
                    case "<" -> "dưới " + amount;
                    default -> amount;
                };
        return target.aspirational() ? "phấn đấu " + words : words;
    }

    private static String amount(@Nullable BigDecimal value, String unit) {
        return number(value) + (unit.equals("%") ? "%" : " " + unit);
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "–" : new DecimalFormat("#,##0.####", SYMBOLS).format(value);
    }

    private static String channel(EvidenceChannel channel) {
        return switch (channel) {
            case GRASSROOTS_BROADCAST -> "truyền thanh cơ sở";
            case PUBLIC_BOARD -> "bảng tin công cộng";
            case PRINTED_MATERIAL -> "bản tin, tài liệu in";
            case WEB_PORTAL -> "cổng, trang thông tin điện tử";
            case SOCIAL_NETWORK -> "mạng xã hội";
            case TEXT_MESSAGE -> "tin nhắn viễn thông";
            case SPOKEN_WORD -> "tuyên truyền miệng";
            case CONFERENCE -> "hội nghị, tập huấn";
            case VISUAL -> "tuyên truyền trực quan";
            case PRESS -> "báo chí";
            case OTHER -> "hình thức khác";
        };
    }
}
