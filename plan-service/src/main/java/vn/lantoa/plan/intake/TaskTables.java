package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads tables of tasks: a header row names the columns, every row below with words in the task column is a task. */
final class TaskTables {
    private enum Column {
        NUMBER,
        TASK,
        LEAD,
        COORDINATION,
        TIME,
        PRODUCT,
        IMPLEMENTATION
    }

    private static final Pattern NUMBER = Pattern.compile("^(?:stt|tt|so tt|so thu tu)\\.?$");
    private static final int HEADER_ROWS = 3;

    private final DocumentText document;
    private final Chain chain;

    TaskTables(DocumentText document, Chain chain) {
        this.document = document;
        this.chain = chain;
    }

    List<ExtractedPlan.Task> read() {
        List<ExtractedPlan.Task> tasks = new ArrayList<>();
        document.tables().forEach(table -> readTable(cells(table), tasks));
        for (var table : TextTables.in(document)) {
            readTable(table, tasks);
        }
        return tasks;
    }

    private List<List<Passage>> cells(DocumentText.Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell -> Passage.of(document.text(), cell.start(), cell.end()))
                        .toList())
                .toList();
    }

    private void readTable(List<List<Passage>> rows, List<ExtractedPlan.Task> tasks) {
        for (int header = 0; header < Math.min(HEADER_ROWS, rows.size()); header++) {
            var columns = columns(rows.get(header));
            if (columns.containsKey(Column.TASK)
                    && (columns.containsKey(Column.LEAD) || columns.containsKey(Column.IMPLEMENTATION))) {
                readRows(
                        rows.subList(header + 1, rows.size()),
                        columns,
                        rows.get(header).size(),
                        tasks);
                return;
            }
        }
    }

    private static Map<Column, Integer> columns(List<Passage> header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            var column = column(header.get(i).folded().strip());
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    private static @Nullable Column column(String title) {
        if (NUMBER.matcher(title).matches()) {
            return Column.NUMBER;
        }
        if (title.length() > 80) {
            return null;
        }
        if (title.contains("chu tri") || title.contains("dau moi")) {
            return title.contains("phoi hop") ? Column.IMPLEMENTATION : Column.LEAD;
        }
        if (title.contains("phoi hop")) {
            return Column.COORDINATION;
        }
        if (title.contains("thoi gian")
                || title.contains("thoi han")
                || title.contains("tien do")
                || title.contains("hoan thanh")) {
            return Column.TIME;
        }
        if (title.contains("san pham") || title.contains("ket qua") || title.contains("dau ra")) {
            return Column.PRODUCT;
        }
        if (title.matches(
                ".*(?:don vi|co quan|bo phan|nguoi|trach nhiem|phan cong).*(?:thuc hien|phu trach|trach nhiem)?.*")) {
            return Column.IMPLEMENTATION;
        }
        return title.contains("nhiem vu")
                        || title.contains("noi dung")
                        || title.contains("cong viec")
                        || title.contains("hoat dong")
                ? Column.TASK
                : null;
    }

    private void readRows(
            List<List<Passage>> rows, Map<Column, Integer> columns, int width, List<ExtractedPlan.Task> tasks) {
        String group = null;
        for (var row : rows) {
            if (row.size() < Math.max(2, width - 1) || isGroup(row, columns)) {
                group = groupTitle(row);
                continue;
            }
            var words = cell(row, columns, Column.TASK);
            if (words.isEmpty() || Words.count(words.text()) < 2) {
                continue;
            }
            var draft = new TaskDraft();
            draft.say(Paragraph.of(words).isBullet() ? Paragraph.of(words).content() : words);
            addCaption(draft, Captions.Kind.LEAD, cell(row, columns, Column.LEAD));
            addCaption(draft, Captions.Kind.COORDINATION, cell(row, columns, Column.COORDINATION));
            addCaption(draft, Captions.Kind.IMPLEMENTATION, cell(row, columns, Column.IMPLEMENTATION));
            addCaption(draft, Captions.Kind.TIME, cell(row, columns, Column.TIME));
            addCaption(draft, Captions.Kind.PRODUCT, cell(row, columns, Column.PRODUCT));
            var number = cell(row, columns, Column.NUMBER).bare().text();
            tasks.add(draft.task(number.isEmpty() ? null : number, null, group, document, chain, 0.85));
        }
    }

    private static void addCaption(TaskDraft draft, Captions.Kind kind, Passage value) {
        if (!value.bare().isEmpty()) {
            draft.add(new Captions.Caption(kind, value.bare()));
        }
    }

    /** A row with a title and nothing under any other heading groups the rows below it. */
    private static boolean isGroup(List<Passage> row, Map<Column, Integer> columns) {
        for (var column : Column.values()) {
            boolean other = column != Column.NUMBER && column != Column.TASK;
            if (other && !cell(row, columns, column).isEmpty()) {
                return false;
            }
        }
        var number = cell(row, columns, Column.NUMBER).text();
        return number.isEmpty()
                || number.matches("[IVXA-H]{1,4}\\.?")
                || Words.isUpperCase(cell(row, columns, Column.TASK).text());
    }

    private static @Nullable String groupTitle(List<Passage> row) {
        return row.stream()
                .filter(cell -> Words.count(cell.text()) > 1)
                .map(cell -> cell.bare().text())
                .findFirst()
                .orElse(null);
    }

    private static Passage cell(List<Passage> row, Map<Column, Integer> columns, Column column) {
        var index = columns.get(column);
        return index == null || index >= row.size() ? Passage.NONE : row.get(index);
    }
}
