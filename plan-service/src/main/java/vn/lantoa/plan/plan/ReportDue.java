package vn.lantoa.plan.plan;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One due day of a report, as the document gives it; one of {@code before} and {@code onOrBefore} is set.
 *
 * @param before strictly before: {@code MM-dd} each year, {@code dd} each month or each quarter's last month, an English
 *     weekday each week, {@code yyyy-MM-dd} once
 * @param onOrBefore the same, the day itself still being in time
 */
public record ReportDue(
        String words,
        @Nullable String before,
        @Nullable String onOrBefore,
        @Nullable LocalTime time) {}
