package vn.lantoa.plan.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.lantoa.kit.http.ComposedText;
import vn.lantoa.kit.http.Problem;

/** Reads a CSV file: UTF-8 with or without BOM, comma or semicolon; bounded, and never guessed at. */
public final class CsvFile {

    public static final String MEDIA_TYPE = "text/csv";

    private static final int MAXIMUM_MIB = 5;

    /** What Vietnamese text in TCVN3 or VNI looks like when it is taken for Unicode; no such pair occurs in Vietnamese. */
    private static final Pattern OLD_LETTERS = Pattern.compile(
            "[\\u00a8\\u00aa\\u00ac\\u00ad\\u00ae\\u00a7\\u00b5\\u00b6\\u00b7\\u00b8\\u00df][a-z]"
                    + "|[a-z][\\u00a8\\u00aa\\u00ac\\u00ad\\u00ae\\u00b5\\u00b6\\u00b7\\u00b8\\u00df]"
                    + "|[AaEeOo][\\u00f9\\u00f8\\u00fb\\u00fc\\u00ef\\u00e5\\u00e4\\u00d9\\u00d8\\u00db]|[\\u00f1\\u00d1][aoueyAOUEY]");

    private CsvFile() {}

    /** @throws Problem when the file cannot be taken as a whole; what is wrong with single rows is for whoever reads them */
    public static List<CsvRow> read(byte[] content, List<String> columns, int maximumRows) {
        if (content.length > MAXIMUM_MIB * 1024 * 1024) {
            throw tooLarge(maximumRows);
        }
        var text = decoded(content);
        var firstLine = text.lines().findFirst().orElse("");
        var separator = firstLine.contains(";") ? ';' : ',';
        var mapper = CsvMapper.builder()
                .enable(
                        CsvParser.Feature.WRAP_AS_ARRAY,
                        CsvParser.Feature.SKIP_EMPTY_LINES,
                        CsvParser.Feature.TRIM_SPACES)
                .build();
        var rows = new ArrayList<CsvRow>();
        try (MappingIterator<String[]> lines = mapper.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .readValues(text)) {
            var header = lines.hasNextValue() ? lines.nextValue() : new String[0];
            var names = Arrays.stream(header).map(String::strip).toList();
            if (names.size() != columns.size() || !names.containsAll(columns)) {
                throw new Problem.Unprocessable("import.header", String.join(", ", columns));
            }
            while (lines.hasNextValue()) {
                if (rows.size() == maximumRows) {
                    throw tooLarge(maximumRows);
                }
                rows.add(row(rows.size() + 2, names, lines.nextValue()));
            }
        } catch (JsonProcessingException malformed) {
            throw new Problem.Unprocessable("import.unreadable", rows.size() + 2);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static CsvRow row(int line, List<String> names, String[] values) {
        var cells = new TreeMap<String, String>();
        if (values.length != names.size()) {
            throw new Problem.Unprocessable("import.unreadable", line);
        }
        for (int i = 0; i < values.length; i++) {
            cells.put(
                    names.get(i),
                    values[i] == null ? "" : ComposedText.of(values[i]).strip());
        }
        return new CsvRow(line, cells);
    }

    private static String decoded(byte[] content) {
        if (content.length >= 2 && ((content[0] == -1 && content[1] == -2) || (content[0] == -2 && content[1] == -1))) {
            throw new Problem.Unprocessable("import.encoding", "UTF-16");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new Problem.Unprocessable("import.encoding", "windows-1258 / TCVN3 / VNI");
        }
        if (text.indexOf('\u0000') >= 0) {
            throw new Problem.Unprocessable("import.encoding", "UTF-16");
        }
        if (OLD_LETTERS.matcher(text).find()) {
            throw new Problem.Unprocessable("import.encoding", "TCVN3 / VNI");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Problem tooLarge(int maximumRows) {
        return new Problem.TooLarge("import.too-large", maximumRows, MAXIMUM_MIB);
    }
}
