package fr.heliotoit.demo;

import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.demo.DemoFiles.Row;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The two states of the building file. The surface model is of 2024, so what is new in 2026 stands on bare ground there. The file of 2026
 * also holds two faults on purpose: a contour that crosses itself and an identifier used twice.
 */
final class Vintages {
    private static final int GONE = 6;
    private static final int CHANGED = 9;

    private Vintages() {}

    static List<Row> of2024(Town town) {
        List<Row> rows = new ArrayList<>();
        for (Structure building : town.buildings) {
            rows.add(Row.of(building, building.id(), town.parcelOf(building.footprint()), building.footprint()));
        }
        return rows;
    }

    static List<Row> of2026(Town town) {
        List<Row> rows = new ArrayList<>();
        List<Structure> houses = town.buildings.stream()
                .filter(b -> b.usage() == Usage.RESIDENTIAL && b.footprint().getArea() > 50)
                .toList();
        int every = houses.size() / (GONE + CHANGED + 3);
        List<Structure> gone = new ArrayList<>();
        List<Structure> changed = new ArrayList<>();
        for (int i = 0; i < GONE + CHANGED; i++) {
            (i < GONE ? gone : changed).add(houses.get((i + 1) * every));
        }
        Structure split = houses.get((GONE + CHANGED + 1) * every);
        for (Structure building : town.buildings) {
            String parcel = town.parcelOf(building.footprint());
            if (gone.contains(building)) {
                continue;
            }
            if (changed.contains(building)) {
                Geometry wider = AffineTransformation.scaleInstance(1.12, 1.12, centre(building).x, centre(building).y)
                        .transform(building.footprint());
                rows.add(Row.of(building, building.id(), parcel, wider));
            } else if (building == split) {
                // One building becomes two: the half that keeps the identifier, and a new one.
                double x = centre(building).x;
                Geometry west = Site.common(building.footprint(), Site.polygon(0, 0, x, 0, x, 700, 0, 700));
                rows.add(Row.of(building, building.id(), parcel, west));
                rows.add(Row.of(building, "SSA9001", parcel, Site.minus(building.footprint(), west)));
            } else {
                rows.add(Row.of(building, building.id(), parcel, building.footprint()));
            }
        }
        newEstate(town, rows);
        faults(town, rows);
        return rows;
    }

    private static org.locationtech.jts.geom.Coordinate centre(Structure building) {
        return building.footprint().getCentroid().getCoordinate();
    }

    /** Eight houses and a media library on what were fields in 2024. */
    private static void newEstate(Town town, List<Row> rows) {
        for (int i = 0; i < 8; i++) {
            double x = 22 + 22 * (i % 4);
            double y = 222 + 34 * (i / 4);
            Geometry house = Site.polygon(x, y, x + 11, y, x + 11, y + 9, x, y + 9);
            rows.add(new Row(
                    "SSA91" + (10 + i),
                    "",
                    (2 * i + 1) + " Rue du Soleil-Levant",
                    town.parcelOf(house),
                    Usage.RESIDENTIAL.code(),
                    false,
                    5.5,
                    Site.toLambert(house)));
        }
        Geometry library = Site.polygon(20, 282, 56, 282, 56, 302, 20, 302);
        rows.add(new Row(
                "SSA9130",
                "Médiathèque Marie-Curie",
                "2 Rue du Soleil-Levant",
                town.parcelOf(library),
                Usage.PUBLIC.code(),
                true,
                6,
                Site.toLambert(library)));
    }

    private static void faults(Town town, List<Row> rows) {
        Geometry bow = Site.GEOMETRY.createPolygon(new org.locationtech.jts.geom.Coordinate[] {
            at(120, 232), at(134, 246), at(134, 232), at(120, 246), at(120, 232)
        });
        rows.add(new Row("SSA9190", "", "", "", Usage.ANNEX.code(), false, 3, Site.toLambert(bow)));
        Row first = rows.getFirst();
        Geometry other = Site.polygon(112, 262, 120, 262, 120, 270, 112, 270);
        rows.add(
                new Row(first.id(), "", "", town.parcelOf(other), Usage.ANNEX.code(), false, 3, Site.toLambert(other)));
    }

    private static org.locationtech.jts.geom.Coordinate at(double x, double y) {
        return new org.locationtech.jts.geom.Coordinate(x, y);
    }
}
