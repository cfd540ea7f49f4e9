package vn.lantoa.effects;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The days that a report is about, both included. */
public record ReportPeriod(LocalDate start, LocalDate end) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] QUARTERS = {"I", "II", "III", "IV"};

    /** @throws IllegalArgumentException when it ends before it begins */
    public ReportPeriod {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("The period ends on " + end + ", before it begins on " + start);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /**
     * Its name for people: "6 tháng đầu năm 2027", "quý I năm 2027". The periods of Decree 09/2019/NĐ-CP (closed on the 14th)
     * and those of the calendar bear the same names; any other period is named by its days.
     */
    public String label() {
        int year = end.getYear();
        int month = end.getMonthValue();
        return switch (lengthInMonths()) {
            case 1 -> "tháng " + month + " năm " + year;
            case 3 -> month % 3 == 0 ? "quý " + QUARTERS[month / 3 - 1] + " năm " + year : byDays();
            case 6 -> halfYear(month, year);
            case 12 -> month == 12 ? "năm " + year : byDays();
            default -> byDays();
        };
    }

    private String halfYear(int month, int year) {
        return switch (month) {
            case 6 -> "6 tháng đầu năm " + year;
            case 12 -> "6 tháng cuối năm " + year;
            default -> byDays();
        };
    }

    /** Whole months from the 15th to the 14th, or from the first to the last day of a month; else 0. */
    private int lengthInMonths() {
        boolean byDecree = start.getDayOfMonth() == 15 && end.getDayOfMonth() == 14;
        boolean byCalendar = start.getDayOfMonth() == 1 && end.getDayOfMonth() == end.lengthOfMonth();
        if (!byDecree && !byCalendar) {
            return 0;
        }
        int months = (end.getYear() - start.getYear()) * 12 + end.getMonthValue() - start.getMonthValue();
        return byDecree ? months : months + 1;
    }

    private String byDays() {
        return "từ ngày " + DAY.format(start) + " đến ngày " + DAY.format(end);
    }
}
