package fr.heliotoit.demo;

import fr.heliotoit.cadastre.Usage;
import fr.heliotoit.demo.DemoFiles.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The two states of the building file. The surface model is of 2024, so what is new in 2026 stands on bare ground there, or beyond its
 * edge. The file of 2026 also holds two faults on purpose: a contour that crosses itself and an identifier used twice.
 */
final class Vintages {
    private static final int EXTENDED = 8;
    private static final int HOUSES_GONE = 3;
    private static final int SHEDS_GONE = 2;

    private final Town town;
    /** The state of 2026 by identifier, in the order of the file. */
    private final Map<String, Structure> next = new LinkedHashMap<>();

    private int lastNewId = 2000;

    private Vintages(Town town) {
        this.town = town;
        town.buildings.forEach(b -> next.put(b.id(), b));
    }

    static List<Row> of2024(Town town) {
        return rows(town, town.buildings);
    }

    static List<Row> of2026(Town town) {
        Vintages vintages = new Vintages(town);
        vintages.merge();
        vintages.split();
        vintages.extend();
        vintages.demolish();
        vintages.reuse();
        vintages.build();
        List<Row> rows = rows(town, List.copyOf(vintages.next.values()));
        faults(rows);
        return rows;
    }

    private static List<Row> rows(Town town, List<Structure> buildings) {
        List<Row> rows = new ArrayList<>();
        for (Structure building : buildings) {
            rows.add(Row.of(building, building.id(), town.parcelOf(building.footprint()), building.footprint()));
        }
        return rows;
    }

    /** Two neighbours on the main street become one; the first keeps its identifier. */
    private void merge() {
        Structure before = null;
        for (Structure house : town.buildings) {
            boolean here = house.usage() == Usage.COMMERCIAL
                    && house.address().endsWith("Rue de la République")
                    && house.name().isEmpty();
            if (here && before != null && touching(before, house)) {
                next.put(before.id(), before.withFootprint(Site.union(List.of(before.footprint(), house.footprint()))));
                next.remove(house.id());
                return;
            }
            before = here ? house : null;
        }
        throw new IllegalStateException("no two neighbours to merge");
    }

    private static boolean touching(Structure one, Structure other) {
        return Site.union(List.of(one.footprint(), other.footprint())) instanceof Polygon;
    }

    /** The workshop is sold in two parts: one keeps the identifier, the other is new. */
    private void split() {
        Structure workshop = named("Atelier de confection");
        Volume hall = workshop.volumes().getFirst();
        Geometry west = hall.frame().rectangle(-hall.halfLength() - 1, 4, -hall.halfWidth() - 1, hall.halfWidth() + 1);
        next.put(workshop.id(), workshop.withFootprint(Site.common(workshop.footprint(), west)));
        add(workshop.withUse("Atelier relais", Usage.INDUSTRIAL, true)
                .withFootprint(Site.minus(workshop.footprint(), west)));
    }

    /** Some houses grow a veranda at the back. */
    private void extend() {
        int done = 0;
        int skip = 0;
        for (Structure house : List.copyOf(next.values())) {
            if (house.usage() != Usage.RESIDENTIAL || skip++ % 25 != 12 || done == EXTENDED) {
                continue;
            }
            Volume main = house.volumes().getFirst();
            double from = main.uMin() + 1;
            Geometry veranda = main.frame().rectangle(from, from + 4, main.halfWidth() - 0.2, main.halfWidth() + 4.6);
            Geometry larger = Site.union(List.of(house.footprint(), veranda));
            if (larger instanceof Polygon
                    && larger.getArea() > house.footprint().getArea() + 5
                    && alone(house, veranda)) {
                next.put(house.id(), house.withFootprint(larger));
                done++;
            } else {
                skip--;
            }
        }
    }

    private boolean alone(Structure house, Geometry added) {
        return next.values().stream()
                .noneMatch(b -> !b.id().equals(house.id()) && b.footprint().intersects(added));
    }

    private void demolish() {
        remove(1, b -> b.address().equals("15 Rue de l’Industrie"));
        remove(1, b -> b.usage() == Usage.AGRICULTURAL && b.footprint().getArea() < 150);
        remove(HOUSES_GONE, b -> b.address().endsWith("Rue Sainte-Barbe") && b.usage() == Usage.RESIDENTIAL);
        remove(SHEDS_GONE, b -> b.usage() == Usage.ANNEX);
    }

    private void remove(int count, Predicate<Structure> which) {
        List<Structure> going =
                next.values().stream().filter(which).limit(count).toList();
        if (going.size() != count) {
            throw new IllegalStateException("nothing left to demolish");
        }
        going.forEach(b -> next.remove(b.id()));
    }

    private void reuse() {
        Structure post = named("La Poste");
        next.put(post.id(), post.withUse("Maison des services", Usage.PUBLIC, true));
    }

    /** An estate and a health centre on what was a field, and two halls at and beyond the edge of the surface model. */
    private void build() {
        Town estate = new Town();
        Street street = estate.open(new Street("Rue des Jonquilles", 7, 12, 230, 40, 236, 70, 231, 97, 238));
        for (int side = -1; side <= 1; side += 2) {
            new Frontage(street, side, 1, street.length(), 27, Houses.Style.DETACHED, "ZC").build(estate);
        }
        estate.buildings.forEach(this::add);
        RoofShape flat = RoofShape.parapet(0.5);
        Frame health = Frame.at(44, 290, 3);
        Volume wing = Volume.of(health, 36, 14, 4, flat);
        Volume porch = Volume.of(health.moved(9, 10).quarter(), 8, 12, 3.4, flat);
        add(built("Maison de santé", "10 Rue des Jonquilles", Usage.PUBLIC, true, wing, porch));
        Volume edge = Volume.of(Frame.at(698, 496, 4), 20, 34, 7, flat);
        add(built("Entrepôt du Levant", "2 Chemin du Levant", Usage.INDUSTRIAL, false, edge));
        Volume beyond = Volume.of(Frame.at(728, 540, 4), 22, 30, 7, flat);
        add(built("Centre technique intercommunal", "4 Chemin du Levant", Usage.PUBLIC, true, beyond));
    }

    private static Structure built(String name, String address, Usage usage, boolean owned, Volume... volumes) {
        return Structure.of(name, address, usage, owned, List.of(volumes), 0);
    }

    private void add(Structure building) {
        Structure added = building.withId("SSA" + ++lastNewId);
        next.put(added.id(), added);
    }

    private Structure named(String name) {
        return next.values().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void faults(List<Row> rows) {
        Geometry bow = Site.GEOMETRY.createPolygon(
                new Coordinate[] {at(120, 212), at(134, 226), at(134, 212), at(120, 226), at(120, 212)});
        rows.add(new Row("SSA2990", "", "", "", Usage.ANNEX.code(), false, 3, Site.toLambert(bow)));
        Geometry other = Site.polygon(112, 200, 118, 200, 118, 206, 112, 206);
        rows.add(new Row(rows.getFirst().id(), "", "", "", Usage.ANNEX.code(), false, 3, Site.toLambert(other)));
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(x, y);
    }
}
