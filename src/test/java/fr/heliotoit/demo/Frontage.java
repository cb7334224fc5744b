package fr.heliotoit.demo;

import fr.heliotoit.cadastre.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Polygon;

/**
 * Lines one side of a street with plots and houses.
 *
 * @param side +1 left of the street's direction, −1 right
 * @param from where along the street it begins [m]
 * @param depth of the plots [m]
 */
record Frontage(Street street, int side, double from, double to, double depth, Houses.Style style, String section) {

    /** Builds block after block and hands each unit to the town. */
    void build(Town town) {
        SplittableRandom random = new SplittableRandom(street.name.hashCode() * 31L + side * 17L + Math.round(from));
        int number = side > 0 ? 1 : 2;
        double at = from;
        while (at < to) {
            int units = units(random);
            double width = plotWidth(random);
            double gap = gap(random);
            double span = units * width + gap;
            if (at + span > to) {
                break;
            }
            Frame front = street.edge(at, at + span, side);
            number = block(town, front, units, width, gap, number, random.split());
            at += span;
        }
    }

    private int block(Town town, Frame front, int units, double width, double gap, int first, SplittableRandom random) {
        Houses houses = new Houses(front, units, width, random);
        List<List<Volume>> volumes = houses.build(style);
        double floor = Terrain.height(front.px(0, 8), front.py(0, 8));
        List<Structure> built = new ArrayList<>();
        List<Polygon> plots = new ArrayList<>();
        int number = first;
        for (int i = 0; i < units; i++) {
            while (town.hasAddress(number + " " + street.name)) {
                number += 2;
            }
            String address = number + " " + street.name;
            number += 2;
            Structure house =
                    Structure.of("", address, use(random), false, volumes.get(i), floor + 0.25 * random.nextDouble());
            if (!town.land.free(house.footprint())) {
                continue;
            }
            built.add(house);
            plots.add(plot(front, houses.start(i), width, i == 0 ? gap / 2 : 0, i == units - 1 ? gap / 2 : 0));
        }
        boolean whole = style == Houses.Style.SEMI || style == Houses.Style.DETACHED;
        if (whole && built.size() < units || !whole && built.size() < 2) {
            return number;
        }
        for (int i = 0; i < built.size(); i++) {
            Polygon plot = town.land.claim(plots.get(i));
            town.add(built.get(i));
            Parcel parcel = town.addParcel(section, plot, false, Parcel.Kind.GARDEN);
            Gardens.furnish(town, parcel, built.get(i), front, random);
        }
        return number;
    }

    private Polygon plot(Frame front, double start, double width, double before, double after) {
        return front.rectangle(start - before, start + width + after, 0, depth);
    }

    private Usage use(SplittableRandom random) {
        return style == Houses.Style.TOWN && random.nextInt(4) == 0 ? Usage.COMMERCIAL : Usage.RESIDENTIAL;
    }

    private int units(SplittableRandom random) {
        return switch (style) {
            case CORON -> 4 + 2 * random.nextInt(3);
            case SEMI -> 2;
            case DETACHED -> 1;
            case TOWN -> 3 + random.nextInt(4);
        };
    }

    private double plotWidth(SplittableRandom random) {
        return switch (style) {
            case CORON -> 6 + 0.8 * random.nextDouble();
            case SEMI -> 7.4 + 1.2 * random.nextDouble();
            case DETACHED -> 16.5 + 4 * random.nextDouble();
            case TOWN -> 6.4 + 1.8 * random.nextDouble();
        };
    }

    private double gap(SplittableRandom random) {
        return switch (style) {
            case CORON -> 5 + 4 * random.nextDouble();
            case SEMI -> 6 + 4 * random.nextDouble();
            case DETACHED -> 0;
            case TOWN -> random.nextInt(3) == 0 ? 5 : 0.4;
        };
    }
}
