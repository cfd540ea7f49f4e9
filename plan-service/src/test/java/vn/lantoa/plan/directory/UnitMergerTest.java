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
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;

class UnitMergerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final UUID COMMUNE = UUID.randomUUID();

    private final UnitHistory economy = unit("Phòng Kinh tế", UnitKind.DEPARTMENT, List.of("P. KT"), List.of());
    private final UnitHistory building = unit("Phòng Xây dựng", UnitKind.DEPARTMENT, List.of(), List.of());
    private final UnitHistory culture = unit("Phòng Văn hóa", UnitKind.DEPARTMENT, List.of(), List.of());
    private final UnitHistory group =
            unit("Các phòng", UnitKind.GROUP, List.of(), List.of(economy.id(), building.id(), culture.id()));
    private final MembershipRecorded inEconomy = post(economy, SINCE);
    private final MembershipRecorded inBuilding = post(building, SINCE);
    private final MembershipRecorded later = post(building, DAY.plusMonths(1));
    private final UnitMerger.Known known = new UnitMerger.Known(
            List.of(economy, building, culture, group), List.of(inEconomy, inBuilding, later, post(culture, SINCE)));

    @Test
    void newUnitTakesPeopleGroupsAndNamesFromItsDayOn() {
        var merger = plan(List.of(economy, building), named("Phòng Kinh tế và Xây dựng"));

        var successor = merger.changed().getFirst();
        assertThat(successor.predecessorIds()).containsExactly(economy.id(), building.id());
        assertThat(successor.kind()).isEqualTo(UnitKind.DEPARTMENT);
        assertThat(successor.timeline().begin()).isEqualTo(DAY);
        assertThat(successor.timeline().on(DAY).orElseThrow().aliases())
                .containsExactly("Phòng Kinh tế", "P. KT", "Phòng Xây dựng");
        assertThat(changed(merger, economy).timeline().end()).isEqualTo(DAY.minusDays(1));
        assertThat(changed(merger, economy).successorIds()).containsExactly(successor.id());
        assertThat(changed(merger, group).timeline().on(DAY).orElseThrow().memberUnitIds())
                .containsExactly(successor.id(), culture.id());
        assertThat(changed(merger, group).timeline().on(TODAY))
                .isEqualTo(group.timeline().on(TODAY));
        assertThat(merger.people())
                .extracting(it -> it.after().unitId())
                .containsExactly(successor.id(), successor.id(), successor.id());
        assertThat(merger.people().getFirst().before().validTo()).isEqualTo(DAY.minusDays(1));
        assertThat(merger.people().getFirst().after().validFrom()).isEqualTo(DAY);
    }

    @Test
    void postThatHasNotBegunMovesWhole() {
        var move = plan(List.of(economy, building), named("Phòng Mới")).people().getLast();

        assertThat(move.before().active()).isFalse();
        assertThat(move.after().validFrom()).isEqualTo(later.validFrom());
        assertThat(move.after().active()).isTrue();
    }

    @Test
    void groupWithAChangePlannedForLaterHoldsTheSuccessorThenToo() {
        var planned = group.with(group.timeline()
                .change(DAY.plusMonths(2), group.timeline().on(DAY).orElseThrow()));
        var all = new UnitMerger.Known(List.of(economy, building, culture, planned), List.of());

        var merger =
                UnitMerger.plan(wish(List.of(economy, building), named("Phòng Mới")), all, TODAY, UUID::randomUUID);

        assertThat(changed(merger, planned)
                        .timeline()
                        .on(DAY.plusMonths(3))
                        .orElseThrow()
                        .memberUnitIds())
                .containsExactly(merger.changed().getFirst().id(), culture.id());
    }

    @Test
    void unitThatStaysTakesTheOtherIn() {
        var merger = plan(List.of(building), new UnitMerger.Successor(economy.id(), null, null, List.of(), null));

        var stays = changed(merger, economy);
        assertThat(stays.timeline().end()).isNull();
        assertThat(stays.predecessorIds()).containsExactly(building.id());
        assertThat(stays.timeline().on(DAY).orElseThrow().aliases()).containsExactly("P. KT", "Phòng Xây dựng");
        assertThat(stays.timeline().on(TODAY).orElseThrow().aliases()).containsExactly("P. KT");
        assertThat(merger.people())
                .extracting(it -> it.before().membershipId())
                .containsExactly(inBuilding.membershipId(), later.membershipId());
    }

    @Test
    void splitSendsPostsWhereTheWishSaysAndLeavesNamesFree() {
        var wish = new UnitMerger.Wish(
                DAY,
                List.of(building.id()),
                List.of(named("Phòng Xây dựng"), named("Phòng Đất đai")),
                Map.of(later.membershipId(), 1));

        var merger = UnitMerger.plan(wish, known, TODAY, UUID::randomUUID);

        assertThat(merger.people())
                .extracting(it -> it.after().unitId())
                .containsExactly(
                        merger.changed().getFirst().id(),
                        merger.changed().get(1).id());
        assertThat(merger.changed().get(1).timeline().on(DAY).orElseThrow().aliases())
                .isEmpty();
    }

    @Test
    void handedRolesEndTheDayBeforeAndGoNowhere() {
        var lent = lent(inEconomy);
        var all = new UnitMerger.Known(List.of(economy, building, culture, group), List.of(inEconomy, lent));
        var into = List.of(named("Phòng Mới"));

        var merger = UnitMerger.plan(wish(List.of(economy, building), into.getFirst()), all, TODAY, UUID::randomUUID);

        assertThat(merger.people())
                .extracting(it -> it.before().membershipId())
                .containsExactly(inEconomy.membershipId());
        assertThat(merger.lent()).hasSize(1);
        assertThat(merger.lent().getFirst().validTo()).isEqualTo(DAY.minusDays(1));
        assertThat(merger.lent().getFirst().membershipId()).isEqualTo(lent.membershipId());
        refused(
                new UnitMerger.Wish(DAY, ids(economy, building), into, Map.of(lent.membershipId(), 0)),
                all,
                "unit-merger.post-unknown");
    }

    @Test
    void whatDisablingTookStaysTakenHereAndThere() {
        var taken = Memberships.with(inEconomy, COMMUNE, inEconomy.membershipId(), economy.id(), SINCE, null, false);
        var all = new UnitMerger.Known(List.of(economy, building, culture, group), List.of(taken));

        var move = UnitMerger.plan(wish(List.of(economy, building), named("Phòng Mới")), all, TODAY, UUID::randomUUID)
                .people()
                .getFirst();

        assertThat(move.before().active()).isFalse();
        assertThat(move.before().validTo()).isEqualTo(DAY.minusDays(1));
        assertThat(move.after().active()).isFalse();
    }

    @Test
    void whatCannotBeIsRefused() {
        var ended = new UnitMerger.Known(
                List.of(economy, building.with(building.timeline().endAfter(TODAY))), List.of());
        var into = List.of(named("Phòng Mới"));

        refused(new UnitMerger.Wish(TODAY, ids(economy, building), into, Map.of()), known, "merger.in-the-past");
        refused(new UnitMerger.Wish(DAY, ids(economy, economy), into, Map.of()), known, "unit-merger.with-itself");
        refused(new UnitMerger.Wish(DAY, ids(economy), into, Map.of()), known, "unit-merger.changes-nothing");
        refused(new UnitMerger.Wish(DAY, ids(economy, group), into, Map.of()), known, "unit-merger.kind");
        refused(new UnitMerger.Wish(DAY, ids(economy, building), into, Map.of()), ended, "unit-merger.already-ended");
        refused(
                new UnitMerger.Wish(DAY, List.of(economy.id(), UUID.randomUUID()), into, Map.of()),
                known,
                "unit.not-found");
        refused(
                new UnitMerger.Wish(DAY, ids(economy, building), List.of(named(" ")), Map.of()),
                known,
                "unit-merger.successor-incomplete");
        refused(
                new UnitMerger.Wish(DAY, ids(economy, building), List.of(named("Phòng văn hóa")), Map.of()),
                known,
                "unit.name-taken");
        refused(
                new UnitMerger.Wish(DAY, ids(economy, building), into, Map.of(inEconomy.membershipId(), 1)),
                known,
                "unit-merger.post-unknown");
    }

    private static void refused(UnitMerger.Wish wish, UnitMerger.Known known, String code) {
        assertThatThrownBy(() -> UnitMerger.plan(wish, known, TODAY, UUID::randomUUID))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private UnitMerger plan(List<UnitHistory> ending, UnitMerger.Successor successor) {
        return UnitMerger.plan(wish(ending, successor), known, TODAY, UUID::randomUUID);
    }

    private static UnitMerger.Wish wish(List<UnitHistory> ending, UnitMerger.Successor successor) {
        return new UnitMerger.Wish(DAY, ending.stream().map(UnitHistory::id).toList(), List.of(successor), Map.of());
    }

    private static List<UUID> ids(UnitHistory... units) {
        return List.of(units).stream().map(UnitHistory::id).toList();
    }

    private static UnitHistory changed(UnitMerger merger, UnitHistory unit) {
        return merger.changed().stream()
                .filter(it -> it.id().equals(unit.id()))
                .findFirst()
                .orElseThrow();
    }

    private static UnitMerger.Successor named(@Nullable String name) {
        return new UnitMerger.Successor(null, name, null, List.of(), null);
    }

    private static UnitHistory unit(String name, UnitKind kind, List<String> aliases, List<UUID> members) {
        return new UnitHistory(
                UUID.randomUUID(),
                COMMUNE,
                kind,
                Timeline.since(SINCE, new UnitHistory.State(name, aliases, null, null, members)),
                List.of(),
                List.of());
    }

    private static MembershipRecorded lent(MembershipRecorded from) {
        return new MembershipRecorded(
                COMMUNE,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "subject",
                MembershipRecorded.MemberKind.PERSON,
                "Người được giao",
                null,
                from.unitId(),
                from.roles(),
                null,
                TODAY,
                DAY.plusMonths(1),
                true,
                null,
                from.personId());
    }

    private static MembershipRecorded post(UnitHistory unit, LocalDate from) {
        return new MembershipRecorded(
                COMMUNE,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "subject",
                MembershipRecorded.MemberKind.PERSON,
                "Chuyên viên",
                null,
                unit.id(),
                List.of(Role.SPECIALIST),
                null,
                from,
                null,
                true);
    }
}
