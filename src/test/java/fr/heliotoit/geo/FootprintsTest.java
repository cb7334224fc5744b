package fr.heliotoit.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class FootprintsTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The short cut for quadrilaterals must never call valid what the full check refuses. */
    @Test
    void quadrilateralsAreJudgedAsTheFullCheckDoes() {
        Random random = new Random(7);
        int valid = 0;
        for (int i = 0; i < 20_000; i++) {
            Coordinate[] corners = new Coordinate[5];
            for (int c = 0; c < 4; c++) {
                // A coarse grid gives repeated and collinear corners as well.
                corners[c] = new Coordinate(700_000 + random.nextInt(4), 6_600_000 + random.nextInt(4));
            }
            corners[4] = corners[0].copy();
            Geometry polygon = FACTORY.createPolygon(corners);
            boolean faultless = Footprints.repair(polygon).fault() == null;
            assertThat(faultless).as(polygon.toText()).isEqualTo(polygon.isValid());
            valid += faultless ? 1 : 0;
        }
        assertThat(valid).isGreaterThan(1000);
    }
}
