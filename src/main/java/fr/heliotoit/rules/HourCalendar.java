package fr.heliotoit.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the hours of a weather year are in people's lives: legal time, working days, holidays. A typical year is put together from months of
 * several years; all its days are taken as days of one civil year.
 */
@SuppressWarnings("ArrayRecordComponent")
public record HourCalendar(byte[] month, byte[] hourOfDay, DayType[] dayType, boolean[] night) {
    /** What people do on a day. */
    public enum DayType {
        WORKDAY,
        SATURDAY,
        /** And public holidays. */
        SUNDAY,
        /** A working day in the school holidays. */
        HOLIDAY
    }

    /** Irradiance below which lamps are lit [W/m²]. */
    private static final double DUSK = 5;

    /**
     * @param endEpochSecond end of each hour [s since 1970-01-01T00:00Z]
     * @param globalWM2 global horizontal irradiance of each hour
     * @param civilYear the year that weekdays are taken from
     */
    public static HourCalendar of(
            long[] endEpochSecond, double[] globalWM2, ZoneId zone, int civilYear, Holidays holidays) {
        int hours = endEpochSecond.length;
        HourCalendar calendar =
                new HourCalendar(new byte[hours], new byte[hours], new DayType[hours], new boolean[hours]);
        for (int i = 0; i < hours; i++) {
            ZonedDateTime middle =
                    Instant.ofEpochSecond(endEpochSecond[i] - 1800).atZone(zone);
            calendar.month[i] = (byte) middle.getMonthValue();
            calendar.hourOfDay[i] = (byte) middle.getHour();
            LocalDate day = LocalDate.of(civilYear, middle.getMonth(), 1)
                    .plusDays(Math.min(middle.getDayOfMonth(), middle.getMonth().minLength()) - 1);
            calendar.dayType[i] = holidays.typeOf(day);
            calendar.night[i] = globalWM2[i] < DUSK;
        }
        return calendar;
    }

    public int hours() {
        return month.length;
    }
}
