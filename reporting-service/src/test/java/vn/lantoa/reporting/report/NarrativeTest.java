package vn.lantoa.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.reporting.figure.FigureState;
import vn.lantoa.reporting.indicator.IndicatorView.Target;
import vn.lantoa.reporting.work.WorkDone;

class NarrativeTest {

    private static final ReportPeriod PERIOD = new ReportPeriod(LocalDate.of(2026, 6, 15), LocalDate.of(2026, 12, 14));
    private static final UUID INDICATOR = UUID.randomUUID();

    @Test
    void tellsWorkEvidenceAndFiguresInVietnameseNumbers() {
        var work = new WorkDone(
                PERIOD.end(),
                2,
                8,
                1,
                1,
                List.of(
                        new WorkDone.CompletedTask(UUID.randomUUID(), "1.2", "Phát thanh chuyên đề", false),
                        new WorkDone.CompletedTask(UUID.randomUUID(), null, "Tập huấn kỹ năng số", true)),
                List.of(
                        new WorkDone.ChannelCount(EvidenceChannel.GRASSROOTS_BROADCAST, 3),
                        new WorkDone.ChannelCount(EvidenceChannel.SOCIAL_NETWORK, 1)));

        var lines = Narrative.of(
                PERIOD,
                work,
                List.of(figure(
                        FigureState.REPORTED,
                        "12.5",
                        "1250",
                        "10000",
                        null,
                        new Target(2026, ">=", BigDecimal.TEN, false, "ít nhất 10%"))));

        assertThat(lines)
                .containsExactly(
                        "I. Kết quả thực hiện nhiệm vụ 6 tháng cuối năm 2026",
                        "Đã hoàn thành 2 nhiệm vụ trong kỳ. Tính đến ngày 14/12/2026: 8 nhiệm vụ đang thực hiện hoặc chờ"
                                + " nghiệm thu, chưa quá hạn; 1 nhiệm vụ quá hạn.",
                        "- 1.2. Phát thanh chuyên đề.",
                        "- Tập huấn kỹ năng số (hoàn thành quá hạn).",
                        "Các cơ quan, tổ chức được đề nghị phối hợp đã phản hồi 1 nội dung trong kỳ.",
                        "Minh chứng trong kỳ: 4 tài liệu, gồm truyền thanh cơ sở (3), mạng xã hội (1).",
                        "II. Kết quả thực hiện các chỉ tiêu",
                        "- Tỷ lệ người dân được phổ biến: 12,5% (1.250/10.000); chỉ tiêu năm 2026: từ 10% trở lên"
                                + " (nguồn: Sổ theo dõi).")
                .allMatch(line -> Normalizer.isNormalized(line, Normalizer.Form.NFC));
    }

    @Test
    void saysWhyThereIsNoFigure() {
        var lines = Narrative.of(
                PERIOD,
                new WorkDone(PERIOD.start(), 0, 0, 0, 0, List.of(), List.of()),
                List.of(
                        figure(FigureState.MISSING, null, null, null, "Chưa điều tra xong", null),
                        figure(FigureState.NOT_APPLICABLE, null, null, null, null, null),
                        figure(FigureState.NOT_YET_DUE, null, null, null, null, null)));

        assertThat(lines).contains("Trong kỳ chưa có tài liệu minh chứng.");
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .satisfiesExactly(
                        line -> assertThat(line).contains("chưa có số liệu; ghi chú: Chưa điều tra xong"),
                        line -> assertThat(line).contains("không áp dụng"),
                        line -> assertThat(line).contains("chưa đến kỳ đánh giá"));
    }

    private static ReportFigure figure(
            FigureState state,
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String explanation,
            @Nullable Target target) {
        return new ReportFigure(
                "ty-le~pct",
                "Tỷ lệ người dân được phổ biến",
                "%",
                state,
                numerator == null ? null : new BigDecimal(numerator),
                denominator == null ? null : new BigDecimal(denominator),
                value == null ? null : new BigDecimal(value),
                false,
                state == FigureState.REPORTED ? "Sổ theo dõi" : null,
                List.of(),
                List.of(),
                explanation,
                INDICATOR,
                1,
                target,
                null,
                null);
    }
}
