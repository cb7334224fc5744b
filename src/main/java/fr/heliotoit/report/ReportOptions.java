package fr.heliotoit.report;

import org.jspecify.annotations.Nullable;

/**
 * What the town hall chose for its report.
 *
 * @param perimeter words for the part of the commune that the report is about; null for all of it
 * @param sheets how many sheets of the best public buildings, 0 for none
 * @param brand logo and colours
 * @param privateAddresses whether private roofs may be shown one by one; else only in groups of {@link Groups#LEAST} or more
 */
public record ReportOptions(@Nullable String perimeter, int sheets, Brand brand, boolean privateAddresses) {
    public static final int MOST_SHEETS = 50;

    /** All of the commune, four sheets, no logo, private roofs in groups. */
    public static final ReportOptions DEFAULT = new ReportOptions(null, 4, Brand.NONE, false);

    public ReportOptions {
        if (sheets < 0 || sheets > MOST_SHEETS) {
            throw new IllegalArgumentException(sheets + " sheets");
        }
    }
}
