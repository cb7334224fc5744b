package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.ColumnProfile;
import org.jspecify.annotations.Nullable;

/**
 * What the user said about the files of an import.
 *
 * @param crs system of the coordinates, for files that name none or a wrong one; null when the files say it themselves
 * @param vintage name of the data's date, such as {@code 2026-03}; null for this month
 * @param kind what the files hold; null to find out, which rasters do not tell
 * @param columns what the columns mean; null to find out
 * @param swapAxes whether vector files give north (latitude) before east (longitude), against their own system
 * @param replace whether few buildings may take the place of nearly all of those there are; a file of something else, taken for buildings, does
 * @param dryRun read and check everything, change nothing
 */
public record ImportOptions(
        @Nullable Crs crs,
        @Nullable String vintage,
        @Nullable ImportKind kind,
        @Nullable ColumnProfile columns,
        boolean swapAxes,
        boolean replace,
        boolean dryRun) {
    /** Axes in their usual order. */
    public ImportOptions(
            @Nullable Crs crs,
            @Nullable String vintage,
            @Nullable ImportKind kind,
            @Nullable ColumnProfile columns,
            boolean dryRun) {
        this(crs, vintage, kind, columns, false, true, dryRun);
    }

    /** Columns are to be found out. */
    public ImportOptions(@Nullable Crs crs, @Nullable String vintage, @Nullable ImportKind kind, boolean dryRun) {
        this(crs, vintage, kind, null, false, true, dryRun);
    }

    /** Nothing said. */
    public static final ImportOptions NONE = new ImportOptions(null, null, null, false);
}
