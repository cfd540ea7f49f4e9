package vn.lantoa.plan.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Unit;

class UnitNamesTest {

    private static final Unit CULTURE = unit("Phòng Văn hóa - Xã hội", UnitKind.DEPARTMENT);
    private static final Unit CENTRE = unit("Trung tâm Phục vụ hành chính công", UnitKind.PUBLIC_SERVICE_CENTRE);
    private static final Unit SERVICES =
            unit("Trung tâm Dịch vụ sự nghiệp công", UnitKind.PUBLIC_UNIT, "Trung tâm dịch vụ tổng hợp");
    private static final Unit COMMITTEE = unit("Ủy ban nhân dân xã Mây Hạ", UnitKind.PEOPLE_COMMITTEE, "UBND xã");
    private static final Unit FRONT = unit("Ủy ban Mặt trận Tổ quốc Việt Nam xã", UnitKind.FATHERLAND_FRONT);

    private final UnitNames names =
            new UnitNames(List.of(CULTURE, CENTRE, SERVICES, COMMITTEE, FRONT), "Ủy ban nhân dân xã Mây Hạ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phòng Văn hoá - Xã hội",
                "Phòng Văn hóa- Xã hội",
                "PHÒNG VĂN HÓA – XÃ HỘI",
                "Phòng VH-XH",
                "Phòng VHXH xã",
                "Phòng Văn hóa - XH xã Mây Hạ",
                "Phòng Văn hóa và Xã hội",
                "Phòng Văn hóa - Xã hội (cơ quan đầu mối)"
            })
    void spellingNeverDecides(String asWritten) {
        assertThat(names.find(asWritten)).contains(CULTURE);
        assertThat(names.find(Normalizer.normalize(asWritten, Normalizer.Form.NFD)))
                .contains(CULTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đề nghị Ủy ban MTTQ Việt Nam xã", "UBMTTQ Việt Nam xã", "Uỷ ban MTTQ Việt Nam xã Mây Hạ"})
    void abbreviationsCountAsTheirWords(String asWritten) {
        assertThat(names.find(asWritten)).contains(FRONT);
    }

    @Test
    void aliasLeadsToItsUnit() {
        assertThat(names.find("TT dịch vụ tổng hợp xã")).contains(SERVICES);
        assertThat(names.find("TT PVHCC")).contains(CENTRE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UBND xã Nam Cường", "UBND tỉnh", "UBND thành phố Bạch Giang", "Phòng Kinh tế", "Các đơn vị", ""
            })
    void otherBodiesAreNotMistakenForOurs(String asWritten) {
        assertThat(names.find(asWritten)).isEmpty();
    }

    @Test
    void nameThatFitsTwoUnitsFitsNone() {
        var twice = new UnitNames(
                List.of(
                        unit("Trường A", UnitKind.PUBLIC_UNIT, "Trường học"),
                        unit("Trường B", UnitKind.PUBLIC_UNIT, "Trường học")),
                "Xã Một");

        assertThat(twice.find("trường học")).isEmpty();
        assertThat(twice.find("trường a")).isPresent();
    }

    private static Unit unit(String name, UnitKind kind, String... aliases) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Unit(id, new UUID(0, 1), name, List.of(aliases), kind, null, null, List.of());
    }
}
