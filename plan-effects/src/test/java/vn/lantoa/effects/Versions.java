package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.TaskSchedule;

/** Versions of one plan and its items for the tests. */
final class Versions {

    static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    static final LocalDate STARTS = LocalDate.of(2027, 1, 1);
    static final LocalDate ENDS = LocalDate.of(2030, 12, 31);
    static final UUID CULTURE = unit(1);
    static final UUID ECONOMY = unit(2);
    static final UUID FRONT = unit(3);

    private static final UUID PLAN = new UUID(7, 0);

    private Versions() {}

    static UUID unit(int number) {
        return new UUID(9, number);
    }

    static PlanInForce version(LocalDate startsOn, LocalDate endsOn, LocalDate inForceFrom, List<TaskItem> items) {
        return new PlanAmended(
                PLAN,
                new UUID(8, 0),
                2,
                1,
                "Kế hoạch truyền thông",
                PlanState.IN_EXECUTION,
                "12",
                "KH-UBND",
                STARTS,
                inForceFrom,
                startsOn,
                endsOn,
                new UUID(6, 0),
                null,
                new DecidingDocument("QD", "45", "QĐ-UBND", inForceFrom, null),
                items,
                List.of(),
                List.of());
    }

    static PlanInForce version(LocalDate endsOn, TaskItem... items) {
        return version(STARTS, endsOn, TODAY, List.of(items));
    }

    static PlanInForce version(TaskItem... items) {
        return version(ENDS, items);
    }

    static TaskItem item(int number, TaskSchedule schedule) {
        return item(number, "Nhiệm vụ " + number, AssignMode.ASSIGN, CULTURE, List.of(), schedule);
    }

    static TaskItem item(
            int number, String title, AssignMode mode, UUID lead, List<UUID> coordinating, TaskSchedule schedule) {
        return new TaskItem(
                new UUID(5, number),
                "1." + number,
                title,
                mode,
                lead,
                coordinating,
                List.of("Các đơn vị liên quan"),
                schedule,
                "Báo cáo",
                "Nguyên văn");
    }

    static TaskItem titled(TaskItem item, String title) {
        return new TaskItem(
                item.itemId(),
                item.number(),
                title,
                item.mode(),
                item.leadUnitId(),
                item.coordinatingUnitIds(),
                item.coordinatingAsWritten(),
                item.schedule(),
                item.product(),
                item.excerpt());
    }

    static TaskItem led(TaskItem item, AssignMode mode, UUID lead) {
        return new TaskItem(
                item.itemId(),
                item.number(),
                item.title(),
                mode,
                lead,
                item.coordinatingUnitIds(),
                item.coordinatingAsWritten(),
                item.schedule(),
                item.product(),
                item.excerpt());
    }

    static TaskItem timed(TaskItem item, TaskSchedule schedule) {
        return new TaskItem(
                item.itemId(),
                item.number(),
                item.title(),
                item.mode(),
                item.leadUnitId(),
                item.coordinatingUnitIds(),
                item.coordinatingAsWritten(),
                schedule,
                item.product(),
                item.excerpt());
    }

    static TaskSchedule by(LocalDate day) {
        return new TaskSchedule(
                TaskSchedule.Kind.BY, null, day, DeadlineBound.ON_OR_BEFORE, List.of(), "Đến ngày " + day);
    }

    /** @param days each {@code MM-DD name} */
    static TaskSchedule yearly(String... days) {
        return new TaskSchedule(
                TaskSchedule.Kind.CONTINUOUS,
                null,
                null,
                null,
                List.of(days).stream()
                        .map(it -> new TaskSchedule.YearlyDay(
                                it.substring(0, 5), it.substring(5).strip()))
                        .toList(),
                "Thường xuyên");
    }
}
