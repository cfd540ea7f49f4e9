package vn.lantoa.plan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile input never breaks the reading; seeds are fixed, so a failure can be repeated. */
class ReadingRobustnessTest {
    private static final List<String> DOCUMENTS = List.of(
            "cong-van-may-ha.txt", "ke-hoach-dang-uy-may-ha.txt", "ke-hoach-nhieu-loi-quet.txt", "phu-luc-bang.txt");
    private static final String STRAY = "*#|-–•()[]“”\"';:,./\\%\t 0123456789IVXađĐéộﬁ\u0301\ud83d";

    private final PlanReader reader = new PlanReader();

    @Test
    void truncatedDocuments() {
        var random = new Random(1);
        for (var text : texts()) {
            for (int i = 0; i < 40; i++) {
                int start = random.nextInt(text.length());
                read(text.substring(start, start + random.nextInt(text.length() - start)));
            }
        }
    }

    @Test
    void mutatedDocuments() {
        var random = new Random(2);
        for (var text : texts()) {
            for (int i = 0; i < 40; i++) {
                read(mutated(text, random, 1 + random.nextInt(200)));
            }
        }
    }

    private static String mutated(String text, Random random, int times) {
        var out = new StringBuilder(text);
        for (int k = 0; k < times && !out.isEmpty(); k++) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(4)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, STRAY.charAt(random.nextInt(STRAY.length())));
                case 2 -> out.setCharAt(at, STRAY.charAt(random.nextInt(STRAY.length())));
                default -> out.insert(at, '\n');
            }
        }
        return out.toString();
    }

    @Test
    void shuffledLines() {
        var random = new Random(3);
        for (var text : texts()) {
            var lines = new ArrayList<>(text.lines().toList());
            for (int i = 0; i < 25; i++) {
                Collections.shuffle(lines, random);
                read(String.join("\n", lines));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\n",
                "(",
                "“",
                "1.",
                "1.1. ",
                "- ",
                "| ",
                "\t",
                "I. A\n",
                "a) b\n",
                "ngày 1/",
                "01/01/2026 ",
                "10% ",
                "đạt ",
                "Đơn vị chủ trì: ",
                "báo cáo ",
                "trước ngày ",
                "57-NQ/TW ",
                "Phòng A, ",
                "và ",
                ";",
                "CHỦ TỊCH\n",
                "Nơi nhận:\n",
                "đã ký lên văn bản này!\n",
                "Số: 1/KH-A\n",
                "x\u0301",
                "từ ngày ",
                "Đợt 1: ",
                "    A    B    C\n",
                "Giao Phòng A chủ trì, ",
                "1.1 Việc\nĐơn vị chủ trì: Phòng A\n"
            })
    void endlessRepetitionStaysWithinTime(String piece) {
        var text = piece.repeat(60_000 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            reader.read(DocumentText.of(text));
            reader.read(DocumentText.of("KẾ HOẠCH\nThử\n\nI. NHIỆM VỤ\n\n1. Việc " + text));
        });
    }

    @Test
    void damagedWordFilesFailInOneWayOnly() {
        damage(
                Documents.docx(it -> {
                    Documents.paragraphs(it, "KẾ HOẠCH", "Làm đường", "I. NHIỆM VỤ", "1. Đổ bê tông");
                    Documents.table(it, new String[] {"STT", "Nhiệm vụ", "Chủ trì"}, new String[] {"1", "Đào", "Thôn"});
                }),
                "a.docx");
    }

    @Test
    void damagedPdfFilesFailInOneWayOnly() {
        damage(
                Documents.pdf(List.of(List.of("KẾ HOẠCH", "Làm đường thôn xóm năm nay"), List.of("I. NHIỆM VỤ"))),
                "a.pdf");
    }

    private void damage(byte[] intact, String name) {
        var random = new Random(4);
        var files = new PlanDocumentReader(IntakeLimits.defaults());
        for (int i = 0; i < 60; i++) {
            var bytes = Arrays.copyOf(intact, i % 2 == 0 ? intact.length : random.nextInt(intact.length));
            for (int k = 0; k < 1 + random.nextInt(30) && bytes.length > 0; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                var text = files.read(bytes, name, null);
                Spans.check(reader.read(text), text);
            } catch (DocumentRefused refused) {
                assertThat(refused.refusal()).isNotNull();
            }
        }
    }

    private static List<String> texts() {
        List<String> texts =
                new ArrayList<>(DOCUMENTS.stream().map(Documents::text).toList());
        texts.add(Documents.demoPlan());
        return texts;
    }

    private void read(String text) {
        var document = DocumentText.of(text);
        Spans.check(reader.read(document), document);
    }
}
