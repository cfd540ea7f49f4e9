package vn.lantoa.plan.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.plan.PlanDocumentContent;
import vn.lantoa.plan.plan.PlanDocumentContent.Goal;
import vn.lantoa.plan.plan.PlanDocumentContent.Indicator;
import vn.lantoa.plan.plan.PlanDocumentContent.Issuer;
import vn.lantoa.plan.plan.PlanDocumentContent.Points;
import vn.lantoa.plan.plan.PlanDocumentContent.Recipient;
import vn.lantoa.plan.plan.PlanDocumentContent.Report;
import vn.lantoa.plan.plan.PlanDocumentContent.Signature;
import vn.lantoa.plan.plan.PlanDocumentContent.Target;
import vn.lantoa.plan.plan.PlanDocumentContent.Task;

/** Plans of communes that do not exist, one of each kind that is laid out differently. */
final class SamplePapers {

    private static final UUID ID = UUID.fromString("0197c1ce-4200-7004-8004-000000000001");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T08:15:00+07:00");

    private static final Issuer COMMITTEE = new Issuer(
            "Xã Mây Hạ",
            OrganizationKind.PEOPLE_COMMITTEE,
            "ỦY BAN NHÂN DÂN XÃ MÂY HẠ",
            null,
            "Thành phố Bạch Giang",
            OrganizationKind.PEOPLE_COMMITTEE);

    private SamplePapers() {}

    /** Neither number nor date yet; little in it. */
    static PlanDocumentContent shortDraft() {
        return new PlanDocumentContent(
                ID,
                3,
                AT,
                COMMITTEE,
                DocumentType.KE_HOACH,
                null,
                "KH-UBND",
                "Mây Hạ",
                null,
                "Tổ chức Ngày hội đọc sách năm 2027",
                List.of(
                        "Căn cứ Kế hoạch số 214/KH-UBND ngày 05 tháng 10 năm 2026 của Ủy ban nhân dân thành phố Bạch Giang"),
                List.of(),
                List.of("Khơi dậy thói quen đọc sách trong nhân dân."),
                List.of("Thiết thực, tiết kiệm, không phô trương."),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(task(
                        "1",
                        null,
                        "Trưng bày sách tại nhà văn hóa các thôn",
                        "Phòng Văn hóa - Xã hội",
                        "Tháng 4/2027")),
                null,
                List.of("Ngân sách xã năm 2027."),
                List.of(new Points("Phòng Văn hóa - Xã hội", List.of("Theo dõi, đôn đốc việc thực hiện Kế hoạch."))),
                List.of(),
                null,
                List.of(new Recipient("Các thôn", null, false), new Recipient("Lưu: VT, VHXH", null, true)),
                new Signature(null, null, null, null, null));
    }

    /** Issued by a deputy; tables and lists over several pages. */
    static PlanDocumentContent longPlan() {
        var tasks = new ArrayList<Task>();
        for (int i = 1; i <= 40; i++) {
            tasks.add(new Task(
                    "%d.%d".formatted((i - 1) / 8 + 1, (i - 1) % 8 + 1),
                    "Nhóm nhiệm vụ thứ " + ((i - 1) / 8 + 1) + " về phổ biến kỹ năng số cho người dân",
                    ("Tổ chức buổi hướng dẫn số %d cho bà con ở các thôn xa trung tâm về cách nộp hồ sơ trực tuyến, tra cứu kết quả và"
                                    + " bảo vệ thông tin cá nhân trên không gian mạng.")
                            .formatted(i),
                    i % 7 == 0,
                    i % 7 == 0 ? "Ủy ban MTTQ Việt Nam xã" : "Phòng Văn hóa - Xã hội",
                    List.of("Trung tâm Dịch vụ sự nghiệp công", "Các thôn"),
                    List.of(),
                    i % 3 == 0 ? "Thường xuyên" : "Hoàn thành trước ngày 15/%02d/2027".formatted(i % 12 + 1),
                    i % 5 == 0 ? "Báo cáo kết quả kèm ảnh chụp" : null));
        }
        return new PlanDocumentContent(
                ID,
                12,
                AT,
                COMMITTEE,
                DocumentType.KE_HOACH,
                "07",
                "KH-UBND",
                "Mây Hạ",
                LocalDate.of(2027, 2, 5),
                "Truyền thông Chương trình chuyển đổi số trên địa bàn xã Mây Hạ giai đoạn 2026 - 2030",
                List.of(
                        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị",
                        "Thực hiện Kế hoạch số 214/KH-UBND ngày 05 tháng 10 năm 2026 của Ủy ban nhân dân thành phố Bạch Giang về truyền"
                                + " thông chuyển đổi số đến năm 2030"),
                List.of(),
                List.of(
                        "Giúp bà con ở từng thôn hiểu rõ lợi ích của dịch vụ công trực tuyến và biết cách tự sử dụng trên điện thoại.",
                        "Để cán bộ, công chức xã coi việc hướng dẫn người dân làm quen với công nghệ là một phần công việc hằng ngày."),
                List.of(
                        "Mỗi việc có một đơn vị chịu trách nhiệm chính, có thời hạn và có minh chứng kèm theo khi báo cáo."),
                List.of(
                        new Goal(2030, "Mọi gia đình có người biết nộp hồ sơ trực tuyến"),
                        new Goal(null, "Đưa thông tin về chuyển đổi số đến mọi gia đình trong xã")),
                IntStream.rangeClosed(1, 24)
                        .mapToObj(i -> new Indicator(
                                "tỷ lệ người dân từ 15 tuổi trở lên của thôn số %d được hướng dẫn trực tiếp cách nộp hồ sơ trực tuyến"
                                        .formatted(i),
                                "%",
                                List.of(
                                        new Target(2026, "ít nhất 15%"),
                                        new Target(2027, "ít nhất 40%"),
                                        new Target(2030, "trên 80%"))))
                        .toList(),
                List.of(new Points(
                        "Lợi ích của dịch vụ công trực tuyến",
                        List.of("a) Tiết kiệm thời gian đi lại", "đ) Minh bạch"))),
                List.of(
                        "Hệ thống truyền thanh của xã và các thôn",
                        "Trang thông tin điện tử, nhóm Zalo của khu dân cư"),
                List.of(new Points(
                        "Đổi mới cách truyền thông", List.of("Ưu tiên hình ảnh, lời nói ngắn gọn, dễ nhớ."))),
                tasks,
                "giai đoạn 2026 - 2030",
                List.of(
                        "Từ dự toán chi thường xuyên được giao hằng năm của các đơn vị.",
                        "Từ nguồn vận động, tài trợ hợp pháp của doanh nghiệp và cá nhân."),
                List.of(
                        new Points(
                                "Phòng Văn hóa - Xã hội",
                                List.of(
                                        "Là đơn vị đầu mối giúp Ủy ban nhân dân xã theo dõi việc thực hiện Kế hoạch này.",
                                        "Biên soạn tài liệu hỏi đáp dùng chung cho các thôn.")),
                        new Points(
                                "Đề nghị Ủy ban MTTQ Việt Nam xã",
                                List.of("Giám sát việc thực hiện Kế hoạch ở các thôn."))),
                List.of(new Report(
                        "Các đơn vị",
                        "báo cáo kết quả thực hiện về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) trước ngày 15 tháng 6 và trước ngày 15"
                                + " tháng 12 hằng năm",
                        List.of())),
                "Trên đây là Kế hoạch truyền thông Chương trình chuyển đổi số trên địa bàn xã Mây Hạ giai đoạn 2026 - 2030. Trong quá trình"
                        + " thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời báo cáo Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã"
                        + " hội) để xem xét, giải quyết./.",
                List.of(
                        new Recipient("UBND thành phố Bạch Giang", "để báo cáo", false),
                        new Recipient("Thường trực Đảng ủy, HĐND xã", null, false),
                        new Recipient("Chủ tịch, các Phó Chủ tịch UBND xã", null, false),
                        new Recipient("Ủy ban MTTQ Việt Nam xã", null, false),
                        new Recipient("Các phòng, trung tâm thuộc UBND xã", null, false),
                        new Recipient("Lưu: VT, VHXH", null, true)),
                new Signature("KT", "CHỦ TỊCH", "UBND", "PHÓ CHỦ TỊCH", "Đinh Thị Vân Khánh"));
    }

    /** An official letter: its subject under the number, addressees above the text. */
    static PlanDocumentContent letter() {
        return new PlanDocumentContent(
                ID,
                4,
                AT,
                COMMITTEE,
                DocumentType.CONG_VAN,
                "318",
                "UBND-VHXH",
                "Mây Hạ",
                LocalDate.of(2026, 11, 4),
                "đẩy mạnh thông tin về cấp cứu và phòng cháy tại khu dân cư",
                List.of(
                        "Thực hiện Công văn số 1502/UBND-NC ngày 27 tháng 10 năm 2026 của Ủy ban nhân dân thành phố Bạch Giang về cao điểm"
                                + " phòng cháy mùa hanh khô"),
                List.of("Phòng Văn hóa - Xã hội", "Công an xã", "Trưởng các thôn"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        task(
                                "1",
                                null,
                                "Giao Công an xã chủ trì biên soạn tờ hướng dẫn thoát nạn cho hộ gia đình, hoàn thành trước ngày 20/11/2026.",
                                "Công an xã",
                                "hoàn thành trước ngày 20/11/2026"),
                        task(
                                "2",
                                null,
                                "Phát hướng dẫn trên hệ thống truyền thanh mỗi ngày hai lượt.",
                                "Trung tâm Dịch vụ sự nghiệp công",
                                "Từ ngày 25/11/2026 đến ngày 31/12/2026")),
                null,
                List.of(),
                List.of(),
                List.of(new Report(
                        "Các đơn vị",
                        "Các đơn vị gửi báo cáo kết quả về UBND xã (qua Công an xã) trước 16 giờ 00 ngày 15/12/2026",
                        List.of())),
                "Nhận được văn bản này, yêu cầu các đơn vị nghiêm túc thực hiện./.",
                List.of(
                        new Recipient("Như trên", null, false),
                        new Recipient("Chủ tịch UBND xã", "để b/c", false),
                        new Recipient("Lưu: VT, VHXH", null, true)),
                new Signature("TL", "CHỦ TỊCH", null, "CHÁNH VĂN PHÒNG HĐND VÀ UBND", "Tạ Quang Huấn"));
    }

    /** Of a Party committee, in the Party's own layout. */
    static PlanDocumentContent party() {
        return new PlanDocumentContent(
                ID,
                5,
                AT,
                new Issuer(
                        "Đảng ủy xã Mây Hạ",
                        OrganizationKind.PARTY_COMMITTEE,
                        "ĐẢNG ỦY XÃ MÂY HẠ",
                        "ĐẢNG BỘ THÀNH PHỐ BẠCH GIANG",
                        null,
                        null),
                DocumentType.KE_HOACH,
                "27",
                "KH/ĐU",
                "Mây Hạ",
                LocalDate.of(2026, 8, 3),
                "phát động phong trào đọc sách trong thanh thiếu nhi",
                List.of("Thực hiện Kế hoạch số 41-KH/TU ngày 20 tháng 7 năm 2026 của Ban Thường vụ Thành ủy"),
                List.of(),
                List.of("Khơi dậy thói quen đọc sách của các em trong dịp hè."),
                List.of("Làm gọn, không phô trương, không thu tiền của phụ huynh."),
                List.of(),
                List.of(
                        new Indicator("tủ sách thôn được mở", "tủ", List.of(new Target(2026, "tối thiểu 12"))),
                        new Indicator("đầu sách bị hỏng", "%", List.of(new Target(2028, "dưới 5%")))),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        task(
                                "1",
                                "NHIỆM VỤ",
                                "Tổ chức hội thi kể chuyện theo sách.",
                                "Đoàn Thanh niên xã",
                                "chậm nhất ngày 30 tháng 10 năm 2026"),
                        task(
                                "2",
                                "NHIỆM VỤ",
                                "Xe sách lưu động về các thôn.",
                                "Văn phòng Đảng ủy",
                                "Đợt 1: từ ngày 10/8/2026 đến ngày 20/8/2026")),
                null,
                List.of(),
                List.of(
                        new Points("Ban Xây dựng Đảng", List.of("theo dõi, đôn đốc việc thực hiện")),
                        new Points("Các chi bộ", List.of("quán triệt kế hoạch trong kỳ sinh hoạt tháng 8"))),
                List.of(new Report(
                        "Ban Xây dựng Đảng",
                        "định kỳ báo cáo Ban Thường vụ Đảng ủy vào ngày 25 hằng tháng.",
                        List.of())),
                null,
                List.of(
                        new Recipient("Ban Thường vụ Thành ủy", "để báo cáo", false),
                        new Recipient("Các chi bộ trực thuộc", null, false),
                        new Recipient("Lưu: Văn phòng Đảng ủy", null, true)),
                new Signature("TM", "ĐẢNG ỦY", null, "PHÓ BÍ THƯ", "Lò Thị Hương Giang"));
    }

    /** Of a department of a city: the body above it is shown, and its head signs for himself. */
    static PlanDocumentContent department() {
        var like = shortDraft();
        return new PlanDocumentContent(
                ID,
                2,
                AT,
                new Issuer(
                        "Sở Khoa học và Công nghệ",
                        OrganizationKind.DEPARTMENT,
                        null,
                        null,
                        "Thành phố Bạch Giang",
                        OrganizationKind.PEOPLE_COMMITTEE),
                like.type(),
                "112",
                "KH-SKHCN",
                "Bạch Giang",
                LocalDate.of(2027, 1, 11),
                "Phát triển phong trào sáng kiến trong công chức, viên chức năm 2027",
                like.legalBases(),
                like.addressees(),
                like.purposes(),
                like.requirements(),
                like.goals(),
                like.indicators(),
                like.contents(),
                like.channels(),
                like.solutions(),
                like.tasks(),
                like.period(),
                like.budgetSources(),
                like.duties(),
                like.reports(),
                like.closing(),
                like.recipients(),
                new Signature(null, null, null, "GIÁM ĐỐC", "Vũ Hải Đăng"));
    }

    private static Task task(String number, String heading, String text, String lead, String time) {
        return new Task(number, heading, text, false, lead, List.of(), List.of(), time, null);
    }

    static PlanDocumentContent signed(PlanDocumentContent like, Signature signature) {
        return new PlanDocumentContent(
                like.planId(),
                like.version(),
                like.changedAt(),
                like.issuer(),
                like.type(),
                like.number(),
                like.symbol(),
                like.place(),
                like.promulgatedOn(),
                like.subject(),
                like.legalBases(),
                like.addressees(),
                like.purposes(),
                like.requirements(),
                like.goals(),
                like.indicators(),
                like.contents(),
                like.channels(),
                like.solutions(),
                like.tasks(),
                like.period(),
                like.budgetSources(),
                like.duties(),
                like.reports(),
                like.closing(),
                like.recipients(),
                signature);
    }
}
