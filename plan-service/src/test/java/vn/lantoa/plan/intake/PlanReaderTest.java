package vn.lantoa.plan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;
import vn.lantoa.plan.intake.ExtractedPlan.IssuerState;
import vn.lantoa.plan.intake.ExtractedPlan.Mode;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.intake.ExtractedPlan.SigningMode;

class PlanReaderTest {
    private final PlanReader reader = new PlanReader();

    @Test
    void demoPlanIsReadWhole() {
        var text = DocumentText.of(Documents.demoPlan());
        var plan = reader.read(text);
        Spans.check(plan, text);

        assertThat(plan.document().number()).isNull();
        assertThat(plan.document().date()).hasToString("2026-11");
        assertThat(plan.document().issuer()).isEqualTo("ỦY BAN NHÂN DÂN XÃ MÂY HẠ");
        assertThat(plan.document().issuerState()).isEqualTo(IssuerState.STATED);
        assertThat(plan.tasks())
                .extracting(
                        ExtractedPlan.Task::number,
                        it -> it.leadUnit() == null ? null : it.leadUnit().name(),
                        ExtractedPlan.Task::mode,
                        it -> it.schedule().kind())
                .containsExactly(
                        tuple("1.1", "Phòng Văn hóa - Xã hội", Mode.ASSIGN, Schedule.Kind.BY),
                        tuple("1.2", "Trung tâm Dịch vụ sự nghiệp công", Mode.ASSIGN, Schedule.Kind.CONTINUOUS),
                        tuple("1.3", null, Mode.ASSIGN, Schedule.Kind.CONTINUOUS),
                        tuple("2.1", "Trung tâm Phục vụ hành chính công", Mode.ASSIGN, Schedule.Kind.FROM),
                        tuple("2.2", "Phòng Kinh tế", Mode.ASSIGN, Schedule.Kind.RANGE),
                        tuple("2.3", "Ủy ban MTTQ Việt Nam xã", Mode.REQUEST, Schedule.Kind.QUARTER),
                        tuple("3.1", "Phòng Văn hóa - Xã hội", Mode.ASSIGN, Schedule.Kind.YEARLY_DAY),
                        tuple("3.2", "Văn phòng HĐND và UBND", Mode.ASSIGN, Schedule.Kind.BY));
        var deadline = plan.tasks().getFirst().schedule();
        assertThat(deadline.by()).isEqualTo(PartialDate.of(2027, 1, 15));
        assertThat(deadline.byInclusive()).isFalse();
        assertThat(plan.tasks().getFirst().product().text()).startsWith("Chuyên mục đã mở");
        assertThat(plan.tasks().get(6).schedule().yearlyDays())
                .extracting(it -> it.day().toString(), Schedule.YearlyDay::name)
                .containsExactly(
                        tuple("--05-18", "Ngày Khoa học và Công nghệ Việt Nam"),
                        tuple("--10-10", "Ngày Chuyển đổi số quốc gia"));
        assertThat(plan.tasks().getLast().schedule().byInclusive()).isTrue();
        assertThat(plan.indicators()).hasSize(3);
        assertThat(plan.indicators().getFirst().targets())
                .extracting(ExtractedPlan.Target::year, it -> it.value().intValue())
                .containsExactly(tuple(2026, 15), tuple(2027, 40), tuple(2030, 80));
        assertThat(plan.indicators().getFirst().denominator()).isEqualTo("người dân từ 15 tuổi trở lên");
        assertThat(plan.reportObligations().getFirst().due())
                .extracting(ExtractedPlan.Due::before)
                .containsExactly("06-20", "12-20");
        assertThat(plan.period())
                .extracting(it -> it.start().year(), it -> it.end().year())
                .containsExactly(2026, 2030);
        assertThat(plan.recipients().getFirst().note()).isEqualTo("để báo cáo");
        assertThat(plan.signer().mode()).isEqualTo(SigningMode.KT);
        assertThat(plan.signer().authority()).isEqualTo("ỦY BAN NHÂN DÂN");
        assertThat(plan.openQuestions())
                .extracting(ExtractedPlan.OpenQuestion::field)
                .containsExactly("/document/number", "/document/date", "/tasks/2/leadUnit");
        assertThat(plan.openQuestions().getLast().candidates())
                .containsExactly("Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công");
    }

    @Test
    void decomposedLettersReadTheSame() {
        var composed = reader.read(DocumentText.of(Documents.demoPlan()));
        var decomposed = reader.read(DocumentText.of(Normalizer.normalize(Documents.demoPlan(), Normalizer.Form.NFD)));

        assertThat(decomposed).isEqualTo(composed);
    }

    @Test
    void narrowLinesReadLikeWholeParagraphs() {
        var plan = reader.read(DocumentText.of(wrapped(Documents.demoPlan(), 88)));

        assertThat(plan.tasks()).hasSize(8);
        assertThat(plan.tasks())
                .extracting(ExtractedPlan.Task::title)
                .isEqualTo(reader.read(DocumentText.of(Documents.demoPlan())).tasks().stream()
                        .map(ExtractedPlan.Task::title)
                        .toList());
        assertThat(plan.unitDuties()).extracting(it -> it.duties().size()).containsExactly(3, 1, 2, 2, 1, 2);
    }

    private static String wrapped(String text, int width) {
        var out = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            int length = 0;
            for (var word : line.split(" ")) {
                if (length + word.length() > width) {
                    out.append('\n');
                    length = 0;
                } else if (length > 0) {
                    out.append(' ');
                    length++;
                }
                out.append(word);
                length += word.length();
            }
            out.append('\n');
        }
        return out.toString();
    }

    @Test
    void officialLetterInTwoColumns() {
        var plan = Documents.plan("cong-van-may-ha.txt");

        assertThat(plan.document().type()).isEqualTo(DocumentType.CONG_VAN);
        assertThat(plan.document().number()).isEqualTo("318");
        assertThat(plan.document().symbol()).isEqualTo("UBND-VHXH");
        assertThat(plan.document().date()).hasToString("2026-11-04");
        assertThat(plan.document().issuer()).isEqualTo("ỦY BAN NHÂN DÂN XÃ MÂY HẠ");
        assertThat(plan.subject().text()).isEqualTo("đẩy mạnh thông tin về cấp cứu và phòng cháy tại khu dân cư");
        assertThat(plan.addressees()).extracting(Phrase::text).hasSize(4).endsWith("Trưởng các thôn");
        assertThat(plan.legalBases()).singleElement().satisfies(basis -> {
            assertThat(basis.number()).isEqualTo("1502/UBND-NC");
            assertThat(basis.title()).isEqualTo("về cao điểm phòng cháy mùa hanh khô");
        });
        assertThat(plan.tasks())
                .extracting(it -> it.leadUnit().name(), ExtractedPlan.Task::mode)
                .containsExactly(
                        tuple("Công an xã", Mode.ASSIGN),
                        tuple("Trung tâm Dịch vụ sự nghiệp công", Mode.ASSIGN),
                        tuple("Ủy ban MTTQ Việt Nam xã", Mode.REQUEST));
        assertThat(plan.tasks().getFirst().coordinatingUnits())
                .extracting(UnitMention::name)
                .containsExactly("Trung tâm Dịch vụ sự nghiệp công");
        assertThat(plan.tasks().getFirst().schedule().by()).hasToString("2026-11-20");
        assertThat(plan.tasks().get(1).schedule().to()).hasToString("2026-12-31");
        assertThat(plan.tasks().get(2).schedule()).isNull();
        assertThat(plan.reportObligations()).singleElement().satisfies(report -> {
            assertThat(report.frequency()).isEqualTo(Frequency.ONCE);
            assertThat(report.due().getFirst().onOrBefore()).isEqualTo("2026-12-15");
            assertThat(report.due().getFirst().time()).hasToString("16:00");
            assertThat(report.via()).isEqualTo("Công an xã");
            assertThat(report.onwardTo()).containsExactly("UBND thành phố");
        });
        assertThat(plan.recipients())
                .extracting(ExtractedPlan.Recipient::text)
                .containsExactly("Như trên", "Chủ tịch UBND xã", "Lưu: VT, VHXH");
        assertThat(plan.signer().name()).isEqualTo("Tạ Quang Huấn");
        assertThat(plan.signer().position()).isEqualTo("PHÓ CHỦ TỊCH");
    }

    @Test
    void partyPlanWithItsOwnNumbersCaptionsAndPhases() {
        var plan = Documents.plan("ke-hoach-dang-uy-may-ha.txt");

        assertThat(plan.document().number()).isEqualTo("27");
        assertThat(plan.document().symbol()).isEqualTo("KH/ĐU");
        assertThat(plan.document().parentBody()).isEqualTo("ĐẢNG BỘ THÀNH PHỐ BẠCH GIANG");
        assertThat(plan.legalBases())
                .extracting(ExtractedPlan.LegalBasis::number)
                .containsExactly("41-KH/TU", "88-CV/BTGDVTU");
        assertThat(plan.mentioned()).as("its own number is no citation").isEmpty();
        assertThat(plan.indicators().stream().flatMap(it -> it.targets().stream()))
                .extracting(ExtractedPlan.Target::year, it -> it.comparator().symbol(), it -> it.value()
                        .intValue())
                .containsExactly(
                        tuple(2026, ">=", 12),
                        tuple(2026, "between", 60),
                        tuple(2028, ">=", 1250),
                        tuple(2028, "<", 5));
        assertThat(plan.tasks())
                .extracting(it -> it.leadUnit().name(), it -> it.schedule().kind(), ExtractedPlan.Task::mode)
                .containsExactly(
                        tuple("Ban Xây dựng Đảng", Schedule.Kind.MONTH, Mode.ASSIGN),
                        tuple("Đoàn Thanh niên xã", Schedule.Kind.BY, Mode.ASSIGN),
                        tuple("Văn phòng Đảng ủy", Schedule.Kind.PHASES, Mode.ASSIGN));
        assertThat(plan.tasks().getLast().schedule().phases())
                .extracting(Schedule.Phase::name, it -> String.valueOf(it.to()))
                .containsExactly(tuple("Đợt 1", "2026-08-20"), tuple("Đợt 2", "2026-09-15"));
        assertThat(plan.reportObligations()).singleElement().satisfies(report -> {
            assertThat(report.frequency()).isEqualTo(Frequency.MONTHLY);
            assertThat(report.due().getFirst().onOrBefore()).isEqualTo("25");
            assertThat(report.from()).isEqualTo("Ban Xây dựng Đảng");
        });
        assertThat(plan.unitDuties().getLast().mode()).isEqualTo(Mode.REQUEST);
        assertThat(plan.signer())
                .extracting(
                        ExtractedPlan.Signer::mode, ExtractedPlan.Signer::onBehalfOf, ExtractedPlan.Signer::position)
                .containsExactly(SigningMode.TM, "ĐẢNG ỦY", "PHÓ BÍ THƯ");
    }

    @Test
    void scannedNoiseIsReadThrough() {
        var plan = Documents.plan("ke-hoach-nhieu-loi-quet.txt");

        assertThat(plan.document().number()).isEqualTo("07");
        assertThat(plan.purposes()).hasSize(1);
        assertThat(plan.requirements()).hasSize(1);
        assertThat(plan.tasks())
                .extracting(
                        it -> it.leadUnit().name(), it -> it.coordinatingUnits().size())
                .containsExactly(tuple("Trung tâm Dịch vụ sự nghiệp công", 2), tuple("Phòng Kinh tế", 0));
        assertThat(plan.tasks().getFirst().title()).endsWith("5 giờ 30 hằng ngày");
        assertThat(plan.reportObligations()).singleElement().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(ReportKind.PERIODIC);
            assertThat(report.frequency()).isEqualTo(Frequency.WEEKLY);
            assertThat(report.due().getFirst().onOrBefore()).isEqualTo("FRIDAY");
            assertThat(report.to()).containsExactly("UBND xã");
        });
        assertThat(plan.recipients()).hasSize(3);
        assertThat(plan.findings())
                .filteredOn(it -> it.rule().equals("duplicate-section-number"))
                .hasSize(1);
    }

    @Test
    void captionsInOneLineInBracketsAndEmpty() {
        var plan = Documents.plan("ke-hoach-phuong-ben-song.txt");

        assertThat(plan.legalBases())
                .extracting(ExtractedPlan.LegalBasis::number, it -> String.valueOf(it.date()))
                .containsExactly(
                        tuple(null, "2025-06-16"), tuple("06/QĐ-TTg", "2022-01-06"), tuple("33/KH-UBND", "2026-02-10"));
        assertThat(plan.tasks())
                .extracting(
                        ExtractedPlan.Task::number,
                        it -> it.leadUnit() == null ? null : it.leadUnit().name(),
                        it -> String.valueOf(it.schedule().by()))
                .containsExactly(
                        tuple("1.1", "Công an phường", "2026-05-31"),
                        tuple("1.2", "Phòng Văn hóa - Xã hội", "2026-06-30"),
                        tuple("1.3", null, "null"),
                        tuple("1.4", null, "null"));
        assertThat(plan.openQuestions())
                .filteredOn(it -> it.field().equals("/tasks/2/leadUnit"))
                .singleElement()
                .extracting(ExtractedPlan.OpenQuestion::candidates)
                .isEqualTo(List.of("Phòng Văn hóa - Xã hội", "Công an phường"));
        assertThat(plan.indicators().stream().flatMap(it -> it.targets().stream()))
                .extracting(ExtractedPlan.Target::year, it -> it.comparator().symbol(), it -> it.value()
                        .intValue())
                .containsExactly(
                        tuple(2026, "=", 100), tuple(2026, ">", 95), tuple(2027, ">=", 98), tuple(null, ">=", 6));
        assertThat(plan.indicators().get(1).denominator()).isEqualTo("công dân từ đủ 14 tuổi");
        assertThat(plan.unitDuties())
                .extracting(it -> it.units().getFirst().name(), ExtractedPlan.UnitDuty::overallLead)
                .containsExactly(
                        tuple("Công an phường", true),
                        tuple("Phòng Kinh tế, Hạ tầng và Đô thị", false),
                        tuple("Các tổ trưởng tổ dân phố", false));
        assertThat(plan.reportObligations())
                .extracting(
                        ExtractedPlan.ReportObligation::frequency,
                        ExtractedPlan.ReportObligation::from,
                        it -> it.due().isEmpty() ? null : it.due().getFirst().before())
                .containsExactly(
                        tuple(Frequency.MONTHLY, "Công an phường", "25"),
                        tuple(Frequency.ON_REQUEST, "Công an phường", null),
                        tuple(Frequency.QUARTERLY, "Các đơn vị", "10"),
                        tuple(Frequency.YEARLY, "Các đơn vị", "12-05"));
        assertThat(plan.signer().mode()).isEqualTo(SigningMode.TUQ);
    }

    @Test
    void unitsAddressedInBulletsAndTasksUnderAssignment() {
        var plan = Documents.plan("ke-hoach-phong-vhxh-may-ha.txt");

        assertThat(plan.tasks())
                .extracting(
                        ExtractedPlan.Task::title, it -> it.coordinatingUnits().size())
                .containsExactly(
                        tuple("Xây dựng kịch bản ngày hội", 3),
                        tuple("Trang trí, treo băng rôn", 1),
                        tuple("Mời đại biểu", 0));
        assertThat(plan.unitDuties())
                .extracting(it -> it.units().getFirst().name(), ExtractedPlan.UnitDuty::mode, it -> it.duties()
                        .size())
                .containsExactly(
                        tuple("Phòng Kinh tế", Mode.ASSIGN, 1),
                        tuple("Công an xã", Mode.ASSIGN, 2),
                        tuple("Đoàn Thanh niên", Mode.REQUEST, 1),
                        tuple("Các trường học trên địa bàn", Mode.ASSIGN, 1));
        assertThat(plan.unitDuties().getFirst().duties().getFirst().schedule().by())
                .hasToString("2026-02-28");
        assertThat(plan.period())
                .extracting(it -> it.start().toString(), it -> it.end().toString())
                .containsExactly("2026-04-20", "2026-04-21");
        assertThat(plan.recipients()).hasSize(3);
    }

    @Test
    void annexTableHoldsTheTasks() {
        var plan = Documents.plan("phu-luc-bang.txt");

        assertThat(plan.tasks())
                .extracting(
                        ExtractedPlan.Task::number,
                        ExtractedPlan.Task::group,
                        it -> it.leadUnit() == null ? null : it.leadUnit().name(),
                        it -> it.schedule().kind())
                .containsExactly(
                        tuple("1", "Dọn dẹp", "Ban Quản lý chợ", Schedule.Kind.BY),
                        tuple("2", "Dọn dẹp", "Phòng Kinh tế", Schedule.Kind.QUARTER),
                        tuple("3", "Tuyên truyền", "Hội Phụ nữ xã", Schedule.Kind.CONTINUOUS),
                        tuple("4", "Tuyên truyền", null, Schedule.Kind.UNSPECIFIED));
        assertThat(plan.solutions()).isEmpty();
        assertThat(plan.openQuestions())
                .extracting(ExtractedPlan.OpenQuestion::field)
                .containsExactly("/tasks/3/leadUnit", "/tasks/3/schedule");
    }

    @Test
    void letterheadSignatureAndTaskTableOfAWordFile() {
        var docx = Documents.docx(it -> {
            Documents.sideBySide(
                    it,
                    List.of("UBND XÃ MÂY HẠ", "TRUNG TÂM DỊCH VỤ SỰ NGHIỆP CÔNG", "Số: 09/KH-DVSNC"),
                    List.of(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "Mây Hạ, ngày 06 tháng 4 năm 2026"));
            Documents.paragraphs(
                    it,
                    "KẾ HOẠCH",
                    "Sửa chữa cụm loa các thôn năm 2026",
                    "Thực hiện Kế hoạch số 88/KH-UBND ngày 02/3/2026 của UBND xã Mây Hạ, Trung tâm ban hành Kế hoạch như sau:",
                    "I. NHIỆM VỤ",
                    "Chi tiết theo bảng dưới đây.");
            Documents.table(
                    it,
                    new String[] {
                        "TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Kết quả"
                    },
                    new String[] {
                        "1", "Kiểm tra cột và dây dẫn", "Tổ Kỹ thuật", "Các thôn", "Trong tháng 4 năm 2026", "Biên bản"
                    },
                    new String[] {"2", "Thay bộ thu", "Tổ Kỹ thuật", "", "Hoàn thành trước ngày 30/7/2026", ""});
            Documents.sideBySide(
                    it, List.of("Nơi nhận:", "- UBND xã;", "- Lưu: VT."), List.of("GIÁM ĐỐC", "", "Lương Thị Mến"));
        });

        var text = new PlanDocumentReader(IntakeLimits.defaults()).read(docx, "ke-hoach.docx", null);
        var plan = reader.read(text);
        Spans.check(plan, text);

        assertThat(plan.document().number()).isEqualTo("09");
        assertThat(plan.document().issuer()).isEqualTo("TRUNG TÂM DỊCH VỤ SỰ NGHIỆP CÔNG");
        assertThat(plan.document().parentBody()).isEqualTo("UBND XÃ MÂY HẠ");
        assertThat(plan.document().date()).hasToString("2026-04-06");
        assertThat(plan.subject().text()).isEqualTo("Sửa chữa cụm loa các thôn năm 2026");
        assertThat(plan.tasks())
                .extracting(ExtractedPlan.Task::title, it -> it.leadUnit().name(), it -> it.schedule()
                        .kind())
                .containsExactly(
                        tuple("Kiểm tra cột và dây dẫn", "Tổ Kỹ thuật", Schedule.Kind.MONTH),
                        tuple("Thay bộ thu", "Tổ Kỹ thuật", Schedule.Kind.BY));
        assertThat(plan.tasks().getFirst().product().text()).isEqualTo("Biên bản");
        assertThat(plan.recipients()).hasSize(2);
        assertThat(plan.signer())
                .extracting(ExtractedPlan.Signer::mode, ExtractedPlan.Signer::position, ExtractedPlan.Signer::name)
                .containsExactly(null, "GIÁM ĐỐC", "Lương Thị Mến");
    }

    @Test
    void demoPlanFromPdfKeepsPages() {
        var lines = wrapped(Documents.demoPlan(), 80)
                .lines()
                .filter(it -> !it.isBlank())
                .map(it -> it.replaceAll(" +", " "))
                .toList();
        int half = lines.size() / 3;
        var pdf = Documents.pdf(
                List.of(lines.subList(0, half), lines.subList(half, 2 * half), lines.subList(2 * half, lines.size())));

        var text = new PlanDocumentReader(IntakeLimits.defaults()).read(pdf, "ke-hoach.pdf", null);
        var plan = reader.read(text);
        Spans.check(plan, text);

        assertThat(plan.tasks()).hasSize(8);
        assertThat(plan.tasks()).filteredOn(it -> it.leadUnit() != null).hasSize(7);
        assertThat(plan.unitDuties()).hasSize(6);
        assertThat(plan.reportObligations().getFirst().source().page()).isEqualTo(3);
        assertThat(plan.document().evidence().get("symbol").source().page()).isEqualTo(1);
    }

    @Test
    void textWithoutAnyPlanYieldsNothingButQuestions() {
        var plan = reader.read(DocumentText.of("Hôm nay trời đẹp.\n\nChúng tôi đi chợ xã mua rau."));

        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.unitDuties()).isEmpty();
        assertThat(plan.indicators()).isEmpty();
        assertThat(plan.signer()).isNull();
        assertThat(plan.subject()).isNull();
        assertThat(plan.document().type()).isNull();
        assertThat(plan.openQuestions())
                .extracting(ExtractedPlan.OpenQuestion::code)
                .containsExactly("missing-type", "missing-number", "missing-date", "missing-issuer");
    }

    @Test
    void signatureBlocksAreTakenOutAndCounted() {
        var plan = reader.read(DocumentText.of("""
                Người ký: Ủy ban nhân dân xã Mây Hạ
                Email: vanthu@mayha.example
                Thời gian ký: 26.01.2026 15:52:47 +07:00

                V/v nhắc lịch tiêm phòng dại

                Kính gửi: Các thôn.

                Ủy ban nhân dân xã đề nghị các thôn thông báo lịch tiêm đến từng hộ.

                Nơi nhận:
                - Như trên;
                - Lưu: VT.

                Phùng Thị Sen đã ký lên văn bản này!
                2026-01-26T15:40:00+07:00
                Ủy ban nhân dân xã Mây Hạ đã ký lên văn bản này!
                """));

        assertThat(plan.digitalSignatures())
                .extracting(
                        ExtractedPlan.DigitalSignature::signer, ExtractedPlan.DigitalSignature::organization,
                        ExtractedPlan.DigitalSignature::signedAt, ExtractedPlan.DigitalSignature::occurrences)
                .containsExactly(
                        tuple("Ủy ban nhân dân xã Mây Hạ", true, "2026-01-26T15:52:47+07:00", 2),
                        tuple("Phùng Thị Sen", false, "2026-01-26T15:40:00+07:00", 1));
        assertThat(plan.document().date())
                .as("the time of signing is not the date of the document")
                .isNull();
        assertThat(plan.tasks()).singleElement().satisfies(task -> {
            assertThat(task.mode()).isEqualTo(Mode.REQUEST);
            assertThat(task.leadUnit()).isNull();
        });
    }

    @Test
    void converterMarksAndStrayStarsDisappear() {
        var plan = reader.read(DocumentText.of("""
                Số: 4/KH-UBND

                *Mây Hạ, ngày 02 tháng 3 năm 2026*

                ## **KẾ HOẠCH**

                ### **Trồng cây đầu xuân**

                #### **I. NHIỆM VỤ**

                **1. Trồng 500 cây dọc kênh**

                * **Đơn vị chủ trì:** Phòng Kinh tế.
                * *Thời gian:* ngày 10/3/2026.
                """));

        assertThat(plan.subject().text()).isEqualTo("Trồng cây đầu xuân");
        assertThat(plan.document().place()).isEqualTo("Mây Hạ");
        assertThat(plan.tasks()).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("Trồng 500 cây dọc kênh");
            assertThat(task.leadUnit().name()).isEqualTo("Phòng Kinh tế");
            assertThat(task.schedule().by()).hasToString("2026-03-10");
        });
    }

    @Test
    void sourcesPointAtTheUntouchedWords() {
        var bytes = Documents.demoPlan().getBytes(StandardCharsets.UTF_8);
        var text = new PlanDocumentReader(IntakeLimits.defaults()).read(bytes, "a.txt", null);
        var lead = reader.read(text).tasks().getFirst().leadUnit();

        assertThat(text.text().substring(lead.source().start(), lead.source().end()))
                .isEqualTo("Phòng Văn hóa - Xã hội");
    }
}
