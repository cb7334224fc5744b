package fr.heliotoit.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * An outdoor car park, with the cars that happened to be there on the day of the flight.
 *
 * @param shape places and ways [local m]
 */
record CarPark(String id, String name, boolean publicOwner, Polygon shape, int places, List<Volume> cars) {
    private static final double PLACE = 2.5;
    private static final double ROW = 5;
    private static final double WAY = 6;

    /** Rows of places along u: one at the edge, then pairs back to back, with ways between. */
    static CarPark of(String id, String name, boolean publicOwner, Frame middle, double length, double width) {
        List<Volume> cars = new ArrayList<>();
        int places = 0;
        int perRow = (int) ((length - 6) / PLACE);
        double v = -width / 2;
        for (int row = 0; v + ROW <= width / 2 + 1e-9; row++) {
            for (int i = 0; i < perRow; i++) {
                places++;
                if (Noise.uniform(id.hashCode(), i, row) < 0.55) {
                    Frame at = middle.moved((i + 0.5 - perRow / 2.0) * PLACE, v + ROW / 2);
                    cars.add(Volume.of(at, 1.8, 4.2, 1.5, (a, b, l, w) -> -0.5 * Math.max(0, Math.abs(b) - 1.2)));
                }
            }
            v += row % 2 == 0 ? ROW + WAY : ROW;
        }
        Polygon shape = middle.rectangle(-length / 2, length / 2, -width / 2, width / 2);
        return new CarPark(id, name, publicOwner, shape, places, List.copyOf(cars));
    }
}
