package fr.heliotoit.io;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A file whose positions are written the other way round (latitude before longitude, north before east), as its user has said. */
public record SwappedAxes(VectorSource source) implements VectorSource {
    @Override
    public String layer() {
        return source.layer();
    }

    @Override
    public String encoding() {
        return source.encoding();
    }

    @Override
    public Optional<Crs> crs() {
        return source.crs();
    }

    @Override
    public List<String> columns() {
        return source.columns();
    }

    @Override
    public long announced() {
        return source.announced();
    }

    @Override
    public @Nullable VectorFeature next() throws Failure {
        VectorFeature feature = source.next();
        return feature == null ? null : swapped(feature);
    }

    @Override
    public List<VectorFeature> planes() {
        return source.planes().stream().map(SwappedAxes::swapped).toList();
    }

    private static VectorFeature swapped(VectorFeature feature) {
        if (feature.geometry() == null) {
            return feature;
        }
        Geometry geometry = feature.geometry().copy();
        geometry.apply(new Swap());
        return VectorFeature.of(feature.number(), feature.attributes(), geometry);
    }

    @Override
    public List<Finding> findings() {
        return source.findings();
    }

    @Override
    public void close() {
        source.close();
    }

    private static final class Swap implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double x = sequence.getX(i);
            sequence.setOrdinate(i, CoordinateSequence.X, sequence.getY(i));
            sequence.setOrdinate(i, CoordinateSequence.Y, x);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
