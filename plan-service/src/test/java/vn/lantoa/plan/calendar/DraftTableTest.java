package vn.lantoa.plan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.CalendarRecorded.DayKind;

class DraftTableTest {

    private static final TableDecision DECISION =
            new TableDecision("1/TB-THU", LocalDate.of(2026, 12, 1), "Cơ quan thử", "Thông báo thử");

    @Test
    void draftIsTheReviewedTableOfAYearWithoutDecision() {
        var reviewed = new YearTables(
                        JsonMapper.builder().addModule(new JavaTimeModule()).build())
                .all().stream().filter(it -> it.year() == 2027).findFirst().orElseThrow();

        assertThat(DraftTable.of(2027).stream().map(TableDay::date))
                .containsExactlyElementsOf(
                        reviewed.days().stream().map(CalendarRecorded.Day::date).toList());
        assertThat(DraftTable.of(2027).stream().map(TableDay::name))
                .containsExactlyElementsOf(
                        reviewed.days().stream().map(CalendarRecorded.Day::name).toList());
    }

    @Test
    void daysOffOf2026AreThoseDecidedButForSwaps() {
        assertThat(dates(2026))
                .containsExactly(
                        day(2026, 1, 1),
                        day(2026, 2, 16),
                        day(2026, 2, 17),
                        day(2026, 2, 18),
                        day(2026, 2, 19),
                        day(2026, 2, 20),
                        day(2026, 4, 26),
                        day(2026, 4, 27), // in lieu of the Sunday before
                        day(2026, 4, 30),
                        day(2026, 5, 1),
                        day(2026, 9, 1),
                        day(2026, 9, 2),
                        day(2026, 11, 24));
    }

    @Test
    void eachHolidayOnAWeekendIsMadeUpOnTheNextWorkingDay() {
        // 30/4/2028 is a Sunday, and 1/5 is a holiday: Tuesday; 2/9/2028 is a Saturday: Monday
        assertThat(dates(2028)).contains(day(2028, 5, 2), day(2028, 9, 1), day(2028, 9, 2), day(2028, 9, 4));
        // 30/4/2033 is a Saturday and 1/5 a Sunday: two days
        assertThat(dates(2033)).contains(day(2033, 5, 2), day(2033, 5, 3));
        // Tết 2030 begins on a Saturday: Saturday and Sunday are made up after its five days
        assertThat(dates(2030)).contains(day(2030, 2, 1), day(2030, 2, 5), day(2030, 2, 6), day(2030, 2, 7));
    }

    @Test
    void everyDraftCouldBeRecordedAsItIs() {
        for (int year = DraftTable.FIRST_YEAR; year <= DraftTable.LAST_YEAR; year++) {
            var draft = DraftTable.of(year);
            new NewTable(year, draft, true, DECISION, "Dự thảo").requirePossible(draft);
            assertThat(draft).as("%s", year).allMatch(it -> it.kind() == DayKind.HOLIDAY);
            assertThat(draft.size()).as("%s", year).isBetween(11, 20);
            int on = year;
            assertThat(Stream.of(day(on, 1, 1), day(on, 4, 30), day(on, 5, 1), day(on, 9, 2), day(on, 11, 24)))
                    .isSubsetOf(dates(year));
        }
    }

    private static List<LocalDate> dates(int year) {
        return DraftTable.of(year).stream().map(TableDay::date).toList();
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
