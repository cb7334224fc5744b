package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to compute from: an irradiation raster, or a surface model with a weather year. What is not given is taken from the files
 * registered in the project.
 *
 * @param surfaceModel heights of ground, roofs and trees [m]
 * @param weather hourly year
 * @param irradiation yearly irradiation on the roofs [kWh/m²]
 * @param crs system of rasters that name none
 * @param albedo share of light that the surroundings reflect, 0–1
 */
public record ComputeInputs(
        @Nullable Path surfaceModel,
        @Nullable Path weather,
        @Nullable Path irradiation,
        @Nullable Crs crs,
        double albedo) {
    /** Usual value for towns, as in PVGIS and r.sun. */
    public static final double DEFAULT_ALBEDO = 0.2;

    /** Everything as registered in the project. */
    public static final ComputeInputs REGISTERED = new ComputeInputs(null, null, null, null, DEFAULT_ALBEDO);

    public ComputeInputs {
        if (!(albedo >= 0 && albedo <= 1)) {
            throw new IllegalArgumentException("albedo " + albedo);
        }
    }
}
