package fr.heliotoit.app;

import fr.heliotoit.report.ReportOptions;
import fr.heliotoit.text.Failure;

/**
 * What a commune report shall hold.
 *
 * @param sheets how many sheets of the best public buildings, 0–50
 * @param privateAddresses whether private roofs may be shown one by one; else only in groups of eleven or more
 */
public record ReportRequest(Perimeter perimeter, int sheets, Identity identity, boolean privateAddresses) {
    /** The whole commune with the usual options. */
    public static final ReportRequest DEFAULT =
            new ReportRequest(Perimeter.ALL, ReportOptions.DEFAULT.sheets(), Identity.NONE, false);

    public ReportRequest {
        if (sheets < 0 || sheets > ReportOptions.MOST_SHEETS) {
            throw new IllegalArgumentException(sheets + " sheets");
        }
    }

    ReportOptions options() throws Failure {
        return new ReportOptions(perimeter.words(), sheets, identity.brand(), privateAddresses);
    }
}
