package vn.lantoa.plan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;

class MergerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final UUID PROVINCE = UUID.randomUUID();

    private final OrganizationHistory first = commune("Xã Một", PROVINCE);
    private final OrganizationHistory second = commune("Xã Hai", PROVINCE);
    private final UnitHistory firstOffice = unit(first.id(), "Văn phòng", UnitKind.OFFICE, null, List.of());
    private final UnitHistory firstGroup =
            unit(first.id(), "Các phòng", UnitKind.GROUP, null, List.of(firstOffice.id()));
    private final UnitHistory secondOffice = unit(second.id(), "Văn phòng", UnitKind.OFFICE, null, List.of());
    private final UnitHistory firstAbove =
            unit(PROVINCE, "UBND xã Một", UnitKind.PEOPLE_COMMITTEE, first.id(), List.of());
    private final UnitHistory groupAbove = unit(PROVINCE, "Các xã", UnitKind.GROUP, null, List.of(firstAbove.id()));

    @Test
    void unitsOfOneNameMeetGroupsFollowAndThoseAboveKnowTheSuccessor() {
        var merger = Merger.plan(into("xa-moi", "Xã Mới"), known(first, second), TODAY, UUID::randomUUID);

        var successor = merger.successors().getFirst();
        assertThat(successor.predecessorIds()).containsExactly(first.id(), second.id());
        assertThat(merger.moves()).extracting(Merger.UnitMove::unitId).hasSize(3);
        assertThat(merger.moves().stream()
                        .filter(it -> it.unitName().equals("Văn phòng"))
                        .map(Merger.UnitMove::unitId)
                        .distinct())
                .hasSize(1);
        var office = merger.moves().getFirst().unitId();
        var group = merger.units().stream()
                .filter(it -> it.organizationId().equals(successor.id()) && it.kind() == UnitKind.GROUP)
                .findFirst()
                .orElseThrow();
        assertThat(group.timeline().on(DAY).orElseThrow().memberUnitIds()).containsExactly(office);
        var above = merger.changedUnits().stream()
                .filter(it -> it.id().equals(groupAbove.id()))
                .findFirst()
                .orElseThrow();
        assertThat(above.timeline().on(DAY.minusDays(1)).orElseThrow().memberUnitIds())
                .containsExactly(firstAbove.id());
        assertThat(above.timeline().on(DAY).orElseThrow().memberUnitIds())
                .hasSize(1)
                .doesNotContain(firstAbove.id());
    }

    @Test
    void peopleKeepTheirRolesAtTheSuccessorAndHaveNoDayWithoutAccessOrWithBoth() {
        var merger = Merger.plan(into("xa-moi", "Xã Mới"), known(first, second), TODAY, UUID::randomUUID);

        var move = merger.people().getFirst();
        assertThat(move.before().validTo()).isEqualTo(DAY.minusDays(1));
        assertThat(move.after().validFrom()).isEqualTo(DAY);
        assertThat(move.after().roles()).isEqualTo(move.before().roles());
        assertThat(move.after().organizationId())
                .isEqualTo(merger.successors().getFirst().id());
        assertThat(move.after().unitId()).isEqualTo(merger.moves().getFirst().unitId());
    }

    @Test
    void splitSendsUnitsWhereTheWishSays() {
        var wish = new Merger.Wish(
                DAY,
                List.of(first.id()),
                List.of(successor("xa-bac", "Xã Bắc"), successor("xa-nam", "Xã Nam")),
                Map.of(firstOffice.id(), 1));

        var merger = Merger.plan(wish, known(first), TODAY, UUID::randomUUID);

        assertThat(merger.moves().getFirst().successorId())
                .isEqualTo(merger.successors().getLast().id());
        assertThat(merger.people().getFirst().after().organizationId())
                .isEqualTo(merger.successors().getLast().id());
    }

    @Test
    void whatLiesBelowGoesOnBelowTheSuccessorAlsoWhereMoreIsPlannedOrItBeginsLater() {
        var later = DAY.plusDays(40);
        var child = commune("Trạm Một", first.id());
        var renamed = child.with(child.timeline()
                .change(later, new OrganizationHistory.State("Trạm Mới", first.id(), null, null, 1000L)));
        var beginsLater = child.with(
                Timeline.since(later, new OrganizationHistory.State("Trạm Hai", second.id(), null, null, 1L)));
        var known = known(first, second);

        for (var below : List.of(renamed, beginsLater)) {
            var merger = Merger.plan(
                    into("xa-moi", "Xã Mới"),
                    new Merger.Known(
                            known.ending(),
                            known.staying(),
                            List.of(below),
                            known.units(),
                            known.representing(),
                            known.memberships()),
                    TODAY,
                    UUID::randomUUID);

            var successor = merger.successors().getFirst().id();
            var moved = merger.organizations().stream()
                    .filter(it -> it.id().equals(below.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(moved.timeline().on(later).orElseThrow().parentId()).isEqualTo(successor);
            assertThat(moved.timeline().on(DAY).map(OrganizationHistory.State::parentId))
                    .isIn(java.util.Optional.empty(), java.util.Optional.of(successor));
        }
    }

    @Test
    void unitsThatTakeInKeepItAfterAPlannedChangeAndGroupsOfWhichNothingChangesAreLeftAlone() {
        var later = DAY.plusDays(40);
        var staying = commune("Xã Ba", PROVINCE);
        var office = unit(staying.id(), "Văn phòng", UnitKind.OFFICE, null, List.of());
        var renamed = office.with(office.timeline()
                .change(later, new UnitHistory.State("Văn phòng Mới", List.of(), null, null, List.of())));
        var secondOfficeWithAlias = secondOffice.with(
                Timeline.since(SINCE, new UnitHistory.State("Văn phòng", List.of("VP xã Hai"), null, null, List.of())));
        var group = unit(staying.id(), "Các ban", UnitKind.GROUP, null, List.of(office.id()));
        var wish = new Merger.Wish(
                DAY,
                List.of(second.id()),
                List.of(new Merger.Successor(staying.id(), null, null, null, null, null)),
                Map.of());

        var merger = Merger.plan(
                wish,
                new Merger.Known(
                        List.of(second),
                        List.of(staying),
                        List.of(),
                        List.of(renamed, group, secondOfficeWithAlias),
                        List.of(),
                        List.of()),
                TODAY,
                UUID::randomUUID);

        var taken = merger.changedUnits().stream()
                .filter(it -> it.id().equals(office.id()))
                .findFirst()
                .orElseThrow();
        assertThat(taken.timeline().on(later).orElseThrow().aliases()).containsExactly("VP xã Hai");
        assertThat(taken.timeline().on(later).orElseThrow().name()).isEqualTo("Văn phòng Mới");
        assertThat(merger.changedUnits()).extracting(UnitHistory::id).doesNotContain(group.id());
    }

    @Test
    void whatCannotBeIsRefused() {
        var elsewhere = commune("Xã Xa", UUID.randomUUID());
        var ended = second.with(second.timeline().endAfter(TODAY));

        refused(
                new Merger.Wish(TODAY, List.of(first.id(), second.id()), List.of(successor("a", "A")), Map.of()),
                known(first, second),
                "merger.in-the-past");
        refused(
                new Merger.Wish(DAY, List.of(first.id(), first.id()), List.of(successor("a", "A")), Map.of()),
                known(first),
                "merger.with-itself");
        refused(
                new Merger.Wish(DAY, List.of(first.id()), List.of(successor("a", "A")), Map.of()),
                known(first),
                "merger.changes-nothing");
        refused(
                new Merger.Wish(DAY, List.of(first.id(), elsewhere.id()), List.of(successor("a", "A")), Map.of()),
                known(first, elsewhere),
                "merger.different-parents");
        refused(
                new Merger.Wish(DAY, List.of(first.id(), second.id()), List.of(successor("a", "A")), Map.of()),
                known(first, ended),
                "merger.already-ended");
        refused(
                new Merger.Wish(
                        DAY,
                        List.of(first.id(), second.id()),
                        List.of(successor("a", "A")),
                        Map.of(firstOffice.id(), 3)),
                known(first, second),
                "merger.unit-unknown");
    }

    private static void refused(Merger.Wish wish, Merger.Known known, String code) {
        assertThatThrownBy(() -> Merger.plan(wish, known, TODAY, UUID::randomUUID))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private Merger.Wish into(String alias, String name) {
        return new Merger.Wish(DAY, List.of(first.id(), second.id()), List.of(successor(alias, name)), Map.of());
    }

    private Merger.Known known(OrganizationHistory... ending) {
        return new Merger.Known(
                List.of(ending),
                List.of(),
                List.of(),
                ending.length == 1 ? List.of(firstOffice, firstGroup) : List.of(firstOffice, firstGroup, secondOffice),
                List.of(firstAbove, groupAbove),
                List.of(new MembershipRecorded(
                        first.id(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "subject",
                        MembershipRecorded.MemberKind.PERSON,
                        "Chuyên viên",
                        null,
                        firstOffice.id(),
                        List.of(Role.SPECIALIST),
                        null,
                        SINCE,
                        null,
                        true)));
    }

    private static Merger.Successor successor(String alias, String name) {
        return new Merger.Successor(null, alias, name, null, null, null);
    }

    private static OrganizationHistory commune(String name, UUID parent) {
        return new OrganizationHistory(
                UUID.randomUUID(),
                "xa-" + UUID.randomUUID(),
                OrganizationKind.PEOPLE_COMMITTEE,
                OrganizationLevel.COMMUNE,
                Timeline.since(SINCE, new OrganizationHistory.State(name, parent, null, null, 1000L)),
                List.of(),
                List.of());
    }

    private static UnitHistory unit(
            UUID organization, String name, UnitKind kind, @Nullable UUID represents, List<UUID> members) {
        return new UnitHistory(
                UUID.randomUUID(),
                organization,
                kind,
                Timeline.since(SINCE, new UnitHistory.State(name, List.of(), null, represents, members)),
                List.of(),
                List.of());
    }
}
