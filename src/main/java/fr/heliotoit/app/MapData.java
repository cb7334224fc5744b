package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.io.RasterFiles;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a map shows of a project beside its buildings, read when it is first asked for and kept. Safe for several threads; not for the one
 * of the screen.
 */
public final class MapData implements AutoCloseable {
    /** Buildings looked at to tell whether a project has modules at all. */
    private static final int SAMPLE = 200;

    private final ProjectFile project;
    private final Map<Layer, List<Geometry>> layers = new EnumMap<>(Layer.class);
    private final Rasters rasters = new Rasters();
    private Envelope modulesBox = new Envelope();
    private List<Geometry> modules = List.of();

    /** @param project stays open as long as this is used, and is not closed with it */
    public MapData(ProjectFile project) {
        this.project = project;
    }

    public boolean has(Layer layer) throws Failure {
        return project.has(layer);
    }

    /** Whether modules were laid on some of the roofs. */
    public boolean hasModules(List<BuildingRecord> records) throws Failure {
        List<BuildingRecord> sample = records.stream()
                .filter(record -> !record.planes().isEmpty())
                .limit(SAMPLE)
                .toList();
        for (BuildingRecord record : sample) {
            if (!project.modules(record.building().id()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The geometries of a layer, in the order of their import; features without a place are left out. */
    public List<Geometry> geometries(Layer layer) throws Failure {
        synchronized (layers) {
            List<Geometry> known = layers.get(layer);
            if (known == null) {
                known = project.layer(layer).stream()
                        .map(LayerFeature::geometry)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
                layers.put(layer, known);
            }
            return known;
        }
    }

    /** The outlines of the modules that meet a box, and of some around it. */
    public List<Geometry> modules(Envelope box) throws Failure {
        synchronized (rasters) {
            if (!modulesBox.contains(box)) {
                Envelope wide = box.copy();
                wide.expandBy(box.getWidth() / 2, box.getHeight() / 2);
                modules =
                        project.modules(wide).stream().map(ModuleArray::modules).toList();
                modulesBox = wide;
            }
            return modules;
        }
    }

    /**
     * The surface model that the project has registered; empty when there is none.
     *
     * @throws Failure when it cannot be read
     */
    public Optional<ViewRaster> surface() throws Failure {
        synchronized (rasters) {
            if (rasters.surface == null) {
                rasters.surface = open(Resolved.surface(project));
            }
            return rasters.surface;
        }
    }

    /** The irradiation raster that the project has registered; as {@link #surface}. */
    public Optional<ViewRaster> irradiation() throws Failure {
        synchronized (rasters) {
            if (rasters.irradiation == null) {
                rasters.irradiation = open(Resolved.irradiation(project));
            }
            return rasters.irradiation;
        }
    }

    private Optional<ViewRaster> open(Resolved.@Nullable Input input) throws Failure {
        if (rasters.closed || input == null) {
            return Optional.empty();
        }
        return Optional.of(new ViewRaster(
                RasterFiles.open(input.files(), input.crs()), project.info().crs()));
    }

    /** Lets go of the rasters; waits for who reads. */
    @Override
    public void close() {
        synchronized (rasters) {
            rasters.closed = true;
            close(rasters.surface);
            close(rasters.irradiation);
        }
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private static void close(@Nullable Optional<ViewRaster> raster) {
        if (raster != null) {
            raster.ifPresent(ViewRaster::close);
        }
    }

    /** Null: not opened yet. */
    @SuppressWarnings("NullableOptional")
    private static final class Rasters {
        private @Nullable Optional<ViewRaster> surface;
        private @Nullable Optional<ViewRaster> irradiation;
        private boolean closed;
    }
}
