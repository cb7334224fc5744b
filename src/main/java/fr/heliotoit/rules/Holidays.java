package fr.heliotoit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import fr.heliotoit.text.Failure;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * Days off, the same in every year.
 *
 * @param school first and last days of school holidays
 * @param publicDays public holidays of fixed date
 */
public record Holidays(List<Span> school, List<MonthDay> publicDays) {
    /** Both ends belong to it; it does not pass the end of the year. */
    public record Span(MonthDay first, MonthDay last) {}

    public Holidays {
        school = List.copyOf(school);
        publicDays = List.copyOf(publicDays);
    }

    static Holidays of(DataPack pack) throws Failure {
        try {
            List<Span> spans = new ArrayList<>();
            for (JsonNode span : pack.tables().path("schoolHolidays")) {
                spans.add(new Span(day(span.path(0)), day(span.path(1))));
            }
            List<MonthDay> days = new ArrayList<>();
            for (JsonNode node : pack.tables().path("publicHolidays")) {
                days.add(day(node));
            }
            return new Holidays(spans, days);
        } catch (DateTimeException e) {
            throw Failure.of("rules.pack.profile", pack.file(), String.valueOf(e.getMessage()));
        }
    }

    private static MonthDay day(JsonNode node) {
        return MonthDay.parse("--" + node.asText());
    }

    HourCalendar.DayType typeOf(LocalDate day) {
        MonthDay inYear = MonthDay.from(day);
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || publicDays.contains(inYear)) {
            return HourCalendar.DayType.SUNDAY;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return HourCalendar.DayType.SATURDAY;
        }
        boolean off = school.stream().anyMatch(s -> !inYear.isBefore(s.first()) && !inYear.isAfter(s.last()));
        return off ? HourCalendar.DayType.HOLIDAY : HourCalendar.DayType.WORKDAY;
    }
}
