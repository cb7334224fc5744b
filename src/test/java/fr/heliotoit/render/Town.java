package fr.heliotoit.render;

import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.DataPack;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Buildings for the tests of pictures and reports: rows of houses along streets, now and then something larger and public. */
public final class Town {
    public static final double[] MONTHS = {21, 37, 79, 118, 142, 151, 150, 129, 95, 55, 26, 17};
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String[] PUBLIC = {
        "École Jean-Macé", "Mairie", "Salle des fêtes", "Gymnase Léo-Lagrange", "Médiathèque", "Ateliers municipaux"
    };

    private static final Conventions CONVENTIONS = load();

    private Town() {}

    public static ProjectInfo info(boolean synthetic) {
        return new ProjectInfo(
                new Commune("62999", "Saint-Soleil-en-Artois", "CA de l'Exemple", 4321), Crs.LAMBERT_93, synthetic);
    }

    public static Conventions conventions() {
        return CONVENTIONS;
    }

    private static Conventions load() {
        try {
            return Conventions.of(DataPack.load(Path.of("data/packs/conventions-2026.json")));
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    public static List<BuildingRecord> records(int count) {
        Random random = new Random(62);
        int perRow = (int) Math.ceil(Math.sqrt(count * 1.4));
        List<BuildingRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isPublic = i % 23 == 7;
            double width = isPublic ? 14 + random.nextInt(12) : 7 + random.nextInt(5);
            double depth = isPublic ? 18 + random.nextInt(20) : 9 + random.nextInt(4);
            double x = 690_000 + (i % perRow) * 22 + random.nextDouble() * 4;
            int row = i / perRow;
            double y = 7_030_000 + row * 34 + (row % 2) * 14;
            Geometry footprint = AffineTransformation.rotationInstance(Math.toRadians(12), 690_000, 7_030_000)
                    .transform(rectangle(x, y, width, depth));
            records.add(record(
                    "BATIMENT%06d".formatted(i),
                    footprint,
                    isPublic ? PUBLIC[i / 23 % PUBLIC.length] : null,
                    (1 + i % 60) + " rue de la Fosse n° " + (1 + i / perRow),
                    isPublic,
                    outcome(footprint.getArea(), random)));
        }
        return records;
    }

    public static Polygon rectangle(double x, double y, double width, double depth) {
        return FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + width, y),
            new Coordinate(x + width, y + depth),
            new Coordinate(x, y + depth),
            new Coordinate(x, y)
        });
    }

    public static BuildingRecord record(
            String id,
            Geometry footprint,
            @Nullable String name,
            @Nullable String address,
            boolean isPublic,
            Outcome outcome) {
        Building building = new Building(
                id, footprint, name, address, null, isPublic ? Usage.PUBLIC : Usage.RESIDENTIAL, isPublic, 6.0);
        return new BuildingRecord(building, List.of(), outcome, "2026-03");
    }

    /** A potential whose figures follow from an irradiation and a roof area. */
    public static SolarPotential potential(double irradiation, double roofM2) {
        List<Double> months = new ArrayList<>();
        for (double month : MONTHS) {
            months.add(irradiation * month / 1020);
        }
        double usable = 0.7 * roofM2;
        double power = 0.22 * usable;
        return new SolarPotential(
                irradiation,
                months,
                roofM2,
                usable,
                power,
                0.8 * power * irradiation,
                months.stream().map(m -> 0.8 * power * m).toList(),
                conventions().classOf(irradiation),
                35,
                190,
                SolarPotential.Method.SURFACE_MODEL);
    }

    private static Outcome outcome(double area, Random random) {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return new NoFigure(NoFigure.Reason.TOO_SMALL);
        }
        if (dice == 1) {
            return new NoFigure(NoFigure.Reason.NO_ROOF_IN_MODEL);
        }
        return potential(830 + 380 * random.nextDouble(), area * 1.2);
    }
}
