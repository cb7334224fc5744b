package fr.heliotoit.ui;

import fr.heliotoit.app.Installation;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.LoadedProject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** A made-up commune for screen tests: a school, a town hall, a church, and rows of houses of which some have no figure. */
public final class SampleCommune {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double X = 692_000;
    private static final double Y = 7_037_000;

    /** Shares of the year's irradiation by month. */
    private static final double[] MONTHS = {0.025, 0.045, 0.085, 0.11, 0.135, 0.14, 0.14, 0.12, 0.09, 0.06, 0.03, 0.02};

    private SampleCommune() {}

    public static Conventions conventions() throws Failure {
        return Installation.conventions();
    }

    /** About 60 buildings; the same at every call. */
    public static LoadedProject project() throws Failure {
        return project(records(6, 10));
    }

    public static LoadedProject project(List<BuildingRecord> records) {
        Snapshot snapshot = new Snapshot(
                1,
                "2026-03",
                Instant.EPOCH,
                List.of(new Snapshot.Source("buildings", "toits_2026.gpkg", "00")),
                records.size());
        return LoadedProject.of(
                Path.of("essai.gpkg"),
                new ProjectInfo(new Commune("62427", "Hénin-Beaumont", null, null), new Crs("EPSG:2154"), true),
                false,
                snapshot,
                List.of(new Snapshot.Source("mns", "mns_2023.tif", "01")),
                java.util.Map.of(
                        fr.heliotoit.cadastre.Attribute.PRODUCTION,
                        List.of("Conventions énergétiques 2026 (valable depuis le 1er janvier 2026)")),
                java.util.Map.of(),
                records,
                layer -> List.of());
    }

    public static List<BuildingRecord> records(int rows, int columns) throws Failure {
        Random random = new Random(42);
        Conventions conventions = conventions();
        List<BuildingRecord> records = new ArrayList<>();
        records.add(record(
                conventions,
                "B-ECOLE",
                box(0, 60, 60, 30),
                "École Jean-Macé",
                "12, rue Émile-Zola",
                Usage.PUBLIC,
                1180,
                22,
                205));
        records.add(record(
                conventions,
                "B-MAIRIE",
                box(80, 60, 30, 22),
                "Hôtel de ville",
                "1, place Jean-Jaurès",
                Usage.PUBLIC,
                1020,
                5,
                Double.NaN));
        records.add(new BuildingRecord(
                new Building(
                        "B-EGLISE",
                        box(130, 60, 40, 18),
                        "Église Saint-Martin",
                        null,
                        null,
                        Usage.RELIGIOUS,
                        true,
                        12.0),
                List.of(),
                new NoFigure(NoFigure.Reason.TOO_STEEP),
                "2026-03"));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String id = "B-%03d".formatted(row * columns + column);
                String address = (2 * column + 1) + ", rue des Œillets n° " + row;
                if ((row + column) % 9 == 4) {
                    records.add(new BuildingRecord(
                            new Building(
                                    id,
                                    box(column * 20, -row * 25, 9, 12),
                                    null,
                                    address,
                                    null,
                                    Usage.RESIDENTIAL,
                                    false,
                                    null),
                            List.of(),
                            new NoFigure(NoFigure.Reason.OUTSIDE_DATA),
                            "2026-03"));
                } else {
                    records.add(record(
                            conventions,
                            id,
                            box(column * 20, -row * 25, 9, 12),
                            null,
                            address,
                            Usage.RESIDENTIAL,
                            850 + random.nextInt(350),
                            35,
                            random.nextInt(360)));
                }
            }
        }
        return records;
    }

    private static BuildingRecord record(
            Conventions conventions,
            String id,
            org.locationtech.jts.geom.Geometry footprint,
            @Nullable String name,
            String address,
            Usage usage,
            double irradiation,
            double tilt,
            double azimuth) {
        double roof = footprint.getArea() / Math.cos(Math.toRadians(tilt));
        double usable = roof * conventions.usableSharePitched().value();
        double power = usable * conventions.modulePowerDensity().value() / 1000;
        Outcome outcome = new SolarPotential(
                irradiation,
                DoubleStream.of(MONTHS).map(m -> m * irradiation).boxed().toList(),
                roof,
                usable,
                power,
                power * irradiation * conventions.performanceRatio().value(),
                DoubleStream.of(MONTHS)
                        .map(m -> m
                                * power
                                * irradiation
                                * conventions.performanceRatio().value())
                        .boxed()
                        .toList(),
                conventions.classOf(irradiation),
                tilt,
                azimuth,
                SolarPotential.Method.SURFACE_MODEL);
        return new BuildingRecord(
                new Building(
                        id,
                        footprint,
                        name,
                        address,
                        "62427000AB0" + id.hashCode() % 1000,
                        usage,
                        usage == Usage.PUBLIC,
                        6.0),
                List.of(),
                outcome,
                "2026-03");
    }

    private static org.locationtech.jts.geom.Geometry box(double x, double y, double width, double height) {
        return FACTORY.toGeometry(new Envelope(X + x, X + x + width, Y + y, Y + y + height));
    }
}
