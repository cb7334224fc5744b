package fr.heliotoit.demo;

import fr.heliotoit.cadastre.Usage;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Sheds and trees. */
final class Gardens {
    private Gardens() {}

    /** Puts perhaps a shed and a tree behind a house. */
    static void furnish(Town town, Parcel parcel, Structure house, Frame front, SplittableRandom random) {
        if (random.nextInt(100) < 17) {
            double length = 2.6 + 2.6 * random.nextDouble();
            double depth = 2.2 + 1.2 * random.nextDouble();
            Coordinate at = spot(parcel.shape(), front, random);
            Frame frame = new Frame(at.x, at.y, front.ux(), front.uy(), front.vx(), front.vy());
            Structure shed = Structure.of(
                    "",
                    house.address(),
                    Usage.ANNEX,
                    false,
                    List.of(Volume.of(frame, length, depth, 2.1, RoofShape.shed(9))),
                    Terrain.height(at.x, at.y));
            if (parcel.shape().contains(shed.footprint()) && shed.footprint().distance(house.footprint()) > 1.5) {
                town.add(shed);
            }
        }
        int trees = random.nextInt(3);
        for (int i = 0; i < trees; i++) {
            Coordinate at = spot(parcel.shape(), front, random);
            double radius = 0.9 + 2.2 * random.nextDouble() * random.nextDouble();
            town.plant(new Tree(at.x, at.y, radius, 1.8 + radius * (1.3 + random.nextDouble())));
        }
    }

    /** Scatters trees in an area, at most one per {@code spacing}² metres, skipping a share of the places. */
    static void scatter(
            Town town, Geometry area, double spacing, double share, double radius, double height, int seed) {
        Envelope box = area.getEnvelopeInternal();
        for (int j = 0; j * spacing < box.getHeight(); j++) {
            for (int i = 0; i * spacing < box.getWidth(); i++) {
                double x = box.getMinX() + (i + Noise.uniform(seed, i, j)) * spacing;
                double y = box.getMinY() + (j + Noise.uniform(seed + 1, i, j)) * spacing;
                if (Noise.uniform(seed + 2, i, j) < share
                        && area.contains(Site.GEOMETRY.createPoint(new Coordinate(x, y)))) {
                    double size = 0.6 + 0.6 * Noise.uniform(seed + 3, i, j);
                    town.plant(new Tree(x, y, radius * size, height * size));
                }
            }
        }
    }

    /** A line of trees at even distances. */
    static void avenue(Town town, double x0, double y0, double x1, double y1, int count, double radius, double height) {
        for (int i = 0; i < count; i++) {
            double t = count == 1 ? 0 : i / (count - 1.0);
            double size = 0.85 + 0.3 * Noise.uniform(77, i, (int) (x0 + y1));
            town.plant(new Tree(x0 + t * (x1 - x0), y0 + t * (y1 - y0), radius * size, height * size));
        }
    }

    private static Coordinate spot(Polygon plot, Frame front, SplittableRandom random) {
        double far = 0;
        for (Coordinate c : plot.getCoordinates()) {
            far = Math.max(far, front.v(c.x, c.y));
        }
        Envelope box = plot.getEnvelopeInternal();
        double u = front.u(box.centre().x, box.centre().y);
        double v = far - 2.2 - random.nextDouble() * Math.max(0, far - 18);
        return front.point(u + (random.nextDouble() - 0.5) * 4, v);
    }
}
