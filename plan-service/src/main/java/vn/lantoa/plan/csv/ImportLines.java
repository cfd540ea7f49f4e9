package vn.lantoa.plan.csv;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lantoa.kit.http.Problem;

/** What becomes of each row of a file, in the order of the file. */
public final class ImportLines {

    private static final int LONGEST_NAME = 300;

    private final String keyColumn;
    private final SortedMap<Integer, ImportLine> lines = new TreeMap<>();

    /** @param keyColumn shown as the key of a row unless its plan knows better */
    public ImportLines(String keyColumn) {
        this.keyColumn = keyColumn;
    }

    public void add(CsvRow row, ImportEffect effect) {
        add(row, row.cell(keyColumn), row.cell("name"), effect);
    }

    public void add(CsvRow row, String key, String name, ImportEffect effect) {
        lines.put(
                row.line(), new ImportLine(row.line(), shortened(key), shortened(name), effect, null, null, List.of()));
    }

    public void refuse(CsvRow row, String key, RowRefused refused) {
        lines.put(
                row.line(),
                new ImportLine(
                        row.line(),
                        shortened(key),
                        shortened(row.cell("name")),
                        ImportEffect.ERROR,
                        refused.problem(),
                        refused.column(),
                        refused.arguments()));
    }

    public void refuse(CsvRow row, RowRefused refused) {
        refuse(row, row.cell(keyColumn), refused);
    }

    /** @param broken a rule that a single request would break as well */
    public void refuse(CsvRow row, Problem broken) {
        refuse(row, new RowRefused(broken.code(), null, broken.arguments()));
    }

    public List<ImportLine> inOrder() {
        return List.copyOf(lines.values());
    }

    public long count(ImportEffect effect) {
        return lines.values().stream().filter(it -> it.effect() == effect).count();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_NAME, text.length()));
    }
}
