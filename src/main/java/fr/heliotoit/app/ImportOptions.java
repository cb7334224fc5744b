package fr.heliotoit.app;

import fr.heliotoit.cadastre.InputFile;
import fr.heliotoit.geo.Crs;
import org.jspecify.annotations.Nullable;

/**
 * What the user said about the files of an import.
 *
 * @param crs system of the coordinates, for files that name none or a wrong one; null when the files say it themselves
 * @param vintage name of the data's date, such as {@code 2026-03}; null for this month
 * @param rasterKind what the rasters and weather files are; null when there are none
 * @param dryRun read and check everything, change nothing
 */
public record ImportOptions(
        @Nullable Crs crs, @Nullable String vintage, InputFile.@Nullable Kind rasterKind, boolean dryRun) {
    /** Nothing said. */
    public static final ImportOptions NONE = new ImportOptions(null, null, null, false);
}
