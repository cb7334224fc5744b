package fr.heliotoit.app;

import fr.heliotoit.geo.Crs;
import fr.heliotoit.geo.RasterSource;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.kernel.SkyTable;
import fr.heliotoit.kernel.Terrain;
import fr.heliotoit.solar.Foliage;
import fr.heliotoit.solar.Surroundings;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rasters of what stands around a surface model, opened and checked: relief beyond it, tree crowns on it. */
public final class SceneFiles implements AutoCloseable {
    /** Makes the sky table of a share of the light of each month. */
    @FunctionalInterface
    public interface Light {
        SkyTable of(double[] shares) throws Failure;
    }

    /**
     * A raster file.
     *
     * @param crs its system when it names none; null for the surface model's
     */
    public record Source(List<Path> files, @Nullable Crs crs) {
        public Source(Path file, @Nullable Crs crs) {
            this(List.of(file), crs);
        }
    }

    private final @Nullable Terrain terrain;
    private final @Nullable RasterSource canopy;
    private final Foliage foliage;

    private SceneFiles(@Nullable Terrain terrain, @Nullable RasterSource canopy, Foliage foliage) {
        this.terrain = terrain;
        this.canopy = canopy;
        this.foliage = foliage;
    }

    /**
     * @param terrain heights of the ground around [m]; null for a level horizon
     * @param canopy heights of crowns above the ground [m]; null for none
     * @param foliage of the canopy
     */
    public static SceneFiles open(
            RasterSource surface, Crs crs, @Nullable Source terrain, @Nullable Source canopy, Foliage foliage)
            throws Failure {
        Terrain ground = terrain == null ? null : FarTerrain.read(terrain.files, terrain.crs, surface.grid(), crs);
        if (canopy == null) {
            return new SceneFiles(ground, null, Foliage.NONE);
        }
        RasterSource source = RasterFiles.open(canopy.files, canopy.crs);
        RasterSource aligned = new AlignedRaster(source, source.crs().orElse(crs), surface.grid(), crs);
        try {
            CanopyCheck.check(surface, aligned, canopy.files.getFirst());
        } catch (Failure e) {
            aligned.close();
            throw e;
        }
        return new SceneFiles(ground, aligned, foliage);
    }

    /** The light that crowns let pass: all of it where there are none. */
    public SkyTable sky(Light light) throws Failure {
        return light.of(foliage.through());
    }

    /** What stands around. */
    public Surroundings surroundings(Light light) throws Failure {
        return new Surroundings(
                terrain, canopy == null ? null : new Surroundings.Crowns(canopy, light.of(foliage.held())));
    }

    @Override
    public void close() {
        if (canopy != null) {
            canopy.close();
        }
    }
}
