package fr.heliotoit.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The houses of one block on a street front: each unit is a list of volumes, so that neighbours share walls and one roof.
 */
final class Houses {
    /** What a street front is lined with. */
    enum Style {
        /** Row of miners' houses. */
        CORON,
        /** Two dwellings under one roof. */
        SEMI,
        /** House on its own plot. */
        DETACHED,
        /** Contiguous houses and shops of the main street. */
        TOWN
    }

    private final Frame front;
    private final int units;
    private final double unitWidth;
    private final SplittableRandom random;

    /**
     * @param front on the street's edge in the middle of the block
     * @param unitWidth width of a plot [m]
     */
    Houses(Frame front, int units, double unitWidth, SplittableRandom random) {
        this.front = front;
        this.units = units;
        this.unitWidth = unitWidth;
        this.random = random;
    }

    List<List<Volume>> build(Style style) {
        return switch (style) {
            case CORON -> coron();
            case SEMI -> semi();
            case DETACHED -> List.of(detached());
            case TOWN -> town();
        };
    }

    /** Where unit i starts along the front. */
    double start(int i) {
        return (i - units / 2.0) * unitWidth;
    }

    private List<List<Volume>> coron() {
        double depth = between(7.8, 8.8);
        double setback = between(3.0, 4.5);
        double eaves = between(4.0, 5.0);
        double pitch = between(40, 45);
        double ridge = eaves + StrictMath.tan(StrictMath.toRadians(pitch)) * depth / 2;
        boolean dormers = random.nextInt(3) == 0;
        Frame middle = front.moved(0, setback + depth / 2);
        Volume row = Volume.of(middle, units * unitWidth, depth, eaves, RoofShape.gable(pitch));
        List<List<Volume>> houses = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double from = start(i);
            int mirror = i % 2 == 0 ? 1 : -1;
            double centre = from + unitWidth / 2;
            List<Volume> house = new ArrayList<>();
            house.add(row.slice(from, from + unitWidth));
            house.add(chimney(middle.moved(centre + mirror * (unitWidth / 2 - 0.5), 0.5), ridge + 0.9));
            if (dormers) {
                house.add(dormer(middle.moved(centre, -depth / 2 + 1.4), eaves + 0.9));
            }
            double wing = between(2.4, 4.2);
            house.add(leanTo(
                    middle.moved(centre + mirror * (unitWidth / 2 - 1.5), depth / 2 + wing / 2), 3, wing, 2.3, 14));
            if (random.nextInt(6) == 0) {
                house.add(Volume.of(
                        middle.moved(centre - mirror * (unitWidth / 2 - 1.6), depth / 2 + 2.1),
                        3.2,
                        4.2,
                        2.9,
                        RoofShape.parapet(0.25)));
            }
            houses.add(house);
        }
        return houses;
    }

    private List<List<Volume>> semi() {
        double depth = between(8.2, 9.4);
        double setback = between(4.5, 6);
        double eaves = between(4.6, 5.6);
        double length = units * unitWidth;
        RoofShape roof = switch (random.nextInt(3)) {
            case 0 -> RoofShape.hip(42);
            case 1 -> RoofShape.halfHip(45, 0.6);
            default -> RoofShape.gable(42);
        };
        Frame middle = front.moved(0, setback + depth / 2);
        Volume whole = Volume.of(middle, length, depth, eaves, roof);
        boolean bays = random.nextInt(2) == 0;
        List<List<Volume>> houses = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double from = start(i);
            int outer = i == 0 ? -1 : 1;
            double centre = from + unitWidth / 2;
            List<Volume> house = new ArrayList<>();
            house.add(whole.slice(from, from + unitWidth));
            if (bays) {
                house.add(Volume.of(
                        middle.moved(centre + outer * 1.3, -depth / 4 - 0.7).quarter(),
                        depth / 2 + 1.4,
                        3.8,
                        eaves,
                        RoofShape.gable(44)));
            }
            house.add(chimney(middle.moved(-outer * -0.5, 0.4), eaves + 0.45 * depth + 1.1));
            if (random.nextInt(3) > 0) {
                house.add(leanTo(middle.moved(centre - outer * 1.2, depth / 2 + 1.6), 4.2, 3.2, 2.5, 15));
            }
            houses.add(house);
        }
        return houses;
    }

    private List<Volume> detached() {
        double length = between(10, 13.5);
        double depth = between(8, 9.8);
        double setback = between(5, 9);
        double eaves = random.nextInt(4) == 0 ? between(5, 5.6) : between(2.7, 3.2);
        double pitch = between(33, 45);
        double shift = between(-1, 1) * Math.max(0, (unitWidth - length) / 2 - 2.8);
        Frame middle = front.moved(shift, setback + depth / 2).turned(random.nextInt(3) == 0 ? between(-5, 5) : 0);
        List<Volume> house = new ArrayList<>();
        int kind = random.nextInt(5);
        if (kind == 0) {
            house.add(Volume.of(middle, length, depth, eaves, RoofShape.hip(pitch)));
        } else if (kind == 1) {
            house.add(Volume.of(middle.quarter(), depth + 2, length - 2, eaves, RoofShape.gable(pitch - 3)));
        } else if (kind == 2) {
            int side = random.nextInt(2) * 2 - 1;
            house.add(Volume.of(middle, length, depth - 1.2, eaves, RoofShape.gable(pitch)));
            house.add(Volume.of(
                    middle.moved(side * (length / 2 - 3.1), 3.4).quarter(),
                    depth + 4.4,
                    6.2,
                    eaves,
                    RoofShape.gable(pitch)));
        } else if (kind == 3) {
            house.add(Volume.of(middle, length, depth, eaves, RoofShape.halfHip(pitch, 0.65)));
        } else {
            house.add(Volume.of(middle, length, depth, eaves, RoofShape.gable(pitch)));
        }
        double ridge = eaves + StrictMath.tan(StrictMath.toRadians(pitch)) * (depth - 1.2) / 2;
        house.add(chimney(middle.moved(length / 2 - 2.2, 0.6), ridge + 0.7));
        double free = unitWidth - length;
        if (free > 4.6) {
            int side = shift > 0 ? -1 : 1;
            house.add(Volume.of(middle.moved(side * (length / 2 + 1.6), 0.5), 3.2, 5.8, 2.7, RoofShape.parapet(0.2)));
        }
        if (random.nextInt(3) == 0) {
            house.add(Volume.of(middle.moved(between(-2, 2), depth / 2 + 1.7), 4.2, 3.6, 2.6, RoofShape.flat()));
        }
        return house;
    }

    private List<List<Volume>> town() {
        List<List<Volume>> houses = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double depth = between(8.8, 10.4);
            double eaves = between(5.6, 7.4);
            double pitch = between(36, 44);
            Frame middle = front.moved(start(i) + unitWidth / 2, depth / 2 + 0.3);
            List<Volume> house = new ArrayList<>();
            house.add(Volume.of(
                    middle,
                    unitWidth,
                    depth,
                    eaves,
                    random.nextInt(7) == 0 ? RoofShape.mansard() : RoofShape.gable(pitch)));
            house.add(chimney(middle.moved(unitWidth / 2 - 0.6, 0.7), eaves + 0.45 * depth + 1.1));
            if (random.nextInt(3) == 0) {
                house.add(dormer(middle.moved(0, -depth / 2 + 1.6), eaves + 1));
            }
            double wing = between(4, 8);
            Frame rear = middle.moved(-unitWidth / 2 + 2, depth / 2 + wing / 2);
            house.add(
                    random.nextInt(2) == 0
                            ? Volume.of(rear, 4, wing, 3, RoofShape.parapet(0.25))
                            : leanTo(rear, 4, wing, 2.6, 12));
            houses.add(house);
        }
        return houses;
    }

    /** A roof that slopes away from the street. */
    private static Volume leanTo(Frame middle, double length, double depth, double eaves, double pitch) {
        return Volume.of(middle.turned(180), length, depth, eaves, RoofShape.shed(pitch));
    }

    private static Volume chimney(Frame middle, double top) {
        return Volume.of(middle, 0.95, 0.7, top, RoofShape.flat()).undrawn();
    }

    /** A small gable that looks out to −v. */
    private static Volume dormer(Frame middle, double eaves) {
        return Volume.of(middle.quarter(), 2.4, 1.7, eaves, RoofShape.gable(40)).undrawn();
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
