package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.notification.notice.Texts;

/**
 * What an amendment means for those who do the task. A number that moved, other words of the document or another end of the plan are
 * no reason to write to anybody: they touch many tasks at once and change nobody's work.
 */
@Singleton
class Amendments {

    private final Directory directory;

    Amendments(Directory directory) {
        this.directory = directory;
    }

    boolean beginAnew(TaskAmended it) {
        return !it.previousLeadUnitId().equals(it.leadUnitId())
                || change(it, "mode").isPresent();
    }

    boolean moveTheDay(TaskAmended it) {
        return !Objects.equals(lastDay(it.previousDeadline()), lastDay(it.deadline()));
    }

    /** One line for each thing that is different, with what it was before; empty when there is nothing to tell. */
    List<String> inWords(TaskAmended it, String titleBefore) {
        var lines = new ArrayList<String>();
        if (!titleBefore.equals(it.title())) {
            lines.add("Tên nhiệm vụ: trước đây là “" + titleBefore + "”, nay là “" + it.title() + "”");
        }
        if (moveTheDay(it)) {
            lines.add("Thời hạn: " + moved(lastDay(it.previousDeadline()), lastDay(it.deadline())));
        } else {
            change(it, "schedule").ifPresent(change -> lines.add("Thời gian thực hiện: " + moved(change)));
        }
        change(it, "product").ifPresent(change -> lines.add("Sản phẩm, kết quả: " + moved(change)));
        change(it, "coordinatingUnitIds")
                .ifPresent(_ -> lines.add(
                        it.coordinatingUnitIds().isEmpty()
                                ? "Đơn vị phối hợp: nay không còn"
                                : "Đơn vị phối hợp: nay gồm " + names(it.coordinatingUnitIds())));
        return lines;
    }

    String nameOf(UUID unitId) {
        return directory.unit(unitId).map(Unit::name).orElse("đơn vị khác");
    }

    private String names(List<UUID> unitIds) {
        return directory.units(unitIds).stream().map(Unit::name).sorted().collect(Collectors.joining(", "));
    }

    private static String moved(@Nullable LocalDate before, @Nullable LocalDate now) {
        return moved(before == null ? null : Texts.date(before), now == null ? null : Texts.date(now), "");
    }

    private static String moved(TaskAmended.FieldChange change) {
        return moved(change.previousValue(), change.value(), "“");
    }

    private static String moved(@Nullable String before, @Nullable String now, String quote) {
        var end = quote.isEmpty() ? "" : "”";
        return (before == null ? "trước đây không có" : "trước đây là " + quote + before + end) + ", "
                + (now == null ? "nay không còn" : "nay là " + quote + now + end);
    }

    private static @Nullable LocalDate lastDay(@Nullable TaskDeadline deadline) {
        return deadline == null ? null : deadline.lastDay();
    }

    private static Optional<TaskAmended.FieldChange> change(TaskAmended it, String field) {
        return it.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst();
    }
}
