package vn.lantoa.reporting.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * All reports of a round that were sent or accepted, written as they are read: one report at a time is held in memory. Everything
 * of one export is read from one snapshot of the database.
 */
@Singleton
class ReportExport {

    enum Format {
        JSON("application/json"),
        NDJSON("application/x-ndjson"),
        CSV(Csv.MEDIA_TYPE);

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    private final Jdbi db;
    private final ObjectMapper json;

    ReportExport(Jdbi db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Empty when the organization does not collect this round. */
    Optional<ExportedRound> round(UUID organizationId, UUID roundId) {
        return db.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, handle -> ExportRows.round(handle, organizationId, roundId));
    }

    /** What the round says of itself is read again with its reports: none stands both among them and among the missing. */
    void write(UUID organizationId, UUID roundId, Format format, OutputStream out) throws IOException {
        try {
            db.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                var round = ExportRows.round(handle, organizationId, roundId).orElseThrow();
                switch (format) {
                    case JSON -> writeJson(handle, round, out);
                    case NDJSON -> writeNdjson(handle, round, out);
                    case CSV -> writeCsv(handle, round, out);
                }
            });
        } catch (UncheckedIOException clientWentAway) {
            throw clientWentAway.getCause();
        }
    }

    private void writeJson(Handle handle, ExportedRound round, OutputStream out) throws IOException {
        try (var generator = generator(out)) {
            generator.writeStartObject();
            generator.writePOJOField("round", round);
            generator.writeArrayFieldStart("items");
            each(handle, round, report -> generator.writePOJO(report));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private void writeNdjson(Handle handle, ExportedRound round, OutputStream out) throws IOException {
        try (var generator = generator(out)) {
            generator.setRootValueSeparator(null);
            each(handle, round, report -> {
                generator.writePOJO(report);
                generator.writeRaw('\n');
            });
        }
    }

    private static void writeCsv(Handle handle, ExportedRound round, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var csv = new Csv(writer);
        csv.begin(
                "organization",
                "administrativeCode",
                "reportState",
                "version",
                "sentAt",
                "late",
                "acceptedAt",
                "indicator",
                "unit",
                "figureState",
                "numerator",
                "denominator",
                "value",
                "cumulative",
                "source",
                "evidenceIds",
                "explanation",
                "periodStart",
                "periodEnd",
                "reportId",
                "figureId",
                "matchingKey",
                "planVersion",
                "targetComparator",
                "targetValue");
        each(handle, round, report -> {
            for (var figure : report.figures()) {
                var target = figure.target();
                csv.line(
                        report.organizationName(),
                        report.administrativeCode(),
                        report.state(),
                        report.version(),
                        report.sentAt(),
                        report.late(),
                        report.acceptedAt(),
                        figure.name(),
                        figure.unit(),
                        figure.state(),
                        figure.numerator(),
                        figure.denominator(),
                        figure.value(),
                        figure.cumulative(),
                        figure.source(),
                        figure.evidenceIds(),
                        figure.explanation(),
                        round.periodStart(),
                        round.periodEnd(),
                        report.reportId(),
                        figure.figureId(),
                        figure.matchingKey(),
                        figure.planVersion(),
                        target == null ? null : target.comparator(),
                        target == null ? null : target.value());
            }
        });
        writer.flush();
    }

    private JsonGenerator generator(OutputStream out) throws IOException {
        return json.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private interface Writing {
        void write(ExportedReport report) throws IOException;
    }

    private static void each(Handle handle, ExportedRound round, Writing writing) {
        Consumer<ExportedReport> write = report -> {
            try {
                writing.write(report);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        ExportRows.forEachReport(handle, round.roundId(), write);
    }
}
