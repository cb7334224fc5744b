package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorFiles;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Which buildings a paper or a file is about.
 *
 * @param where an ECQL expression; null for all
 * @param area a vector file whose polygons hold the buildings; null for all
 * @param chosen ids of buildings chosen one by one; null for all
 */
public record Perimeter(
        @Nullable String where,
        @Nullable Path area,
        @Nullable Set<String> chosen) {
    /** The expression for the buildings of the commune and other public bodies. */
    public static final String PUBLIC = "public = true";

    /** All buildings of the project. */
    public static final Perimeter ALL = new Perimeter(null, null);

    public Perimeter {
        chosen = chosen == null ? null : Set.copyOf(chosen);
    }

    /** Buildings by an expression, by an area, by both. */
    public Perimeter(@Nullable String where, @Nullable Path area) {
        this(where, area, null);
    }

    /** Buildings chosen one by one, by their ids. */
    public static Perimeter of(Set<String> ids) {
        return new Perimeter(null, null, ids);
    }

    /** Those of the project's current snapshot that are meant. */
    public List<BuildingRecord> of(ProjectFile project) throws Failure {
        return among(project, project.records());
    }

    /** Those of other records of the project that are meant. */
    List<BuildingRecord> among(ProjectFile project, List<BuildingRecord> all) throws Failure {
        List<BuildingRecord> records = all;
        if (chosen != null) {
            records = records.stream()
                    .filter(r -> chosen.contains(r.building().id()))
                    .toList();
        }
        if (where != null) {
            records = FindBuildings.run(records, where);
        }
        if (area != null) {
            PreparedGeometry inside = PreparedGeometryFactory.prepare(
                    polygons(area, project.info().crs()));
            records = records.stream()
                    .filter(r -> inside.contains(r.building().footprint().getInteriorPoint()))
                    .toList();
        }
        return records;
    }

    /** In words, for the paper; null when it is all of the commune. */
    @Nullable
    String words() {
        List<String> words = new ArrayList<>();
        if (chosen != null) {
            words.add(Texts.current()
                    .text(
                            Formats.plural(chosen.size()) ? "app.perimeter.chosen.many" : "app.perimeter.chosen.one",
                            Formats.number(chosen.size())));
        }
        if (where != null) {
            words.add(where.equals(PUBLIC) ? Texts.current().text("app.perimeter.public") : where);
        }
        if (area != null) {
            words.add(String.valueOf(area.getFileName()));
        }
        return words.isEmpty() ? null : String.join(" · ", words);
    }

    private static Geometry polygons(Path file, Crs target) throws Failure {
        List<Geometry> polygons = new ArrayList<>();
        try (VectorSource source = VectorFiles.open(file)) {
            for (VectorFeature f = source.next(); f != null; f = source.next()) {
                Geometry geometry = f.geometry();
                if (geometry != null && geometry.getDimension() == 2) {
                    Geometry valid = GeometryFixer.fix(geometry);
                    polygons.add(source.crs().isPresent() ? source.crs().get().transform(valid, target) : valid);
                }
            }
        }
        Geometry union = UnaryUnionOp.union(polygons);
        if (union == null || union.isEmpty()) {
            throw Failure.of("app.perimeter.empty", file.getFileName());
        }
        return union;
    }
}
