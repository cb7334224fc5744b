package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Planes from polygons with heights. */
class SurfacePlaneTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** @param corners x, y, z of each corner, the first not repeated, far from the origin as real coordinates are */
    private static Polygon polygon(double... corners) {
        Coordinate[] ring = new Coordinate[corners.length / 3 + 1];
        for (int i = 0; i < ring.length; i++) {
            int c = 3 * (i % (ring.length - 1));
            ring[i] = new Coordinate(650_000 + corners[c], 6_860_000 + corners[c + 1], corners[c + 2]);
        }
        return GEOMETRIES.createPolygon(ring);
    }

    /** A plane of 10 m by 10 m seen from above, with the slopes of a roof that runs off to a side. */
    @ParameterizedTest
    @CsvSource({
        "0, -1, 45, 180", // falls to the south
        "-1, 0, 45, 270",
        "1, 0, 45, 90",
        "0, 1, 45, 0",
        "-0.5, -0.5, 35.26, 225",
        "0, 0, 0, 180"
    })
    void aSurfaceHasTheTiltAndTheAzimuthItRunsOffTo(double east, double north, double tilt, double azimuth) {
        // The height falls by one metre per metre towards (east, north).
        Polygon surface = polygon(0, 0, 0, 10, 0, -10 * east, 10, 10, -10 * east - 10 * north, 0, 10, -10 * north);
        for (Polygon turned : List.of(surface, surface.reverse())) {
            SurfacePlane plane = SurfacePlane.of(List.of(turned)).getFirst();
            assertThat(plane.tiltDeg()).isCloseTo(tilt, within(0.01));
            assertThat(plane.gridAzimuthDeg()).isCloseTo(azimuth, within(0.01));
            assertThat(plane.areaM2()).isCloseTo(100 / Math.cos(Math.toRadians(tilt)), within(0.05));
        }
    }

    @Test
    void aHoleIsTakenOffWhicheverWayItTurns() {
        Polygon shell = polygon(0, 0, 5, 10, 0, 5, 10, 10, 5, 0, 10, 5);
        Polygon hole = polygon(2, 2, 5, 4, 2, 5, 4, 4, 5, 2, 4, 5);
        Stream.of(hole, hole.reverse()).forEach(h -> {
            Polygon holed = GEOMETRIES.createPolygon(
                    shell.getExteriorRing(), new org.locationtech.jts.geom.LinearRing[] {h.getExteriorRing()});
            assertThat(SurfacePlane.of(List.of(holed)).getFirst().areaM2()).isCloseTo(96, within(1e-6));
        });
    }

    @Test
    void theTrianglesOfOnePlaneAreJoinedAndTheOtherSideOfTheRidgeIsNot() {
        List<SurfacePlane> planes = SurfacePlane.of(List.of(
                polygon(0, 0, 0, 10, 0, 0, 10, 5, 3),
                polygon(0, 0, 0, 10, 5, 3, 0, 5, 3),
                polygon(0, 5, 3, 10, 5, 3, 10, 10, 0),
                polygon(0, 5, 3, 10, 10, 0, 0, 10, 0)));
        assertThat(planes).hasSize(2).allSatisfy(p -> {
            assertThat(p.outline().getArea()).isCloseTo(50, within(1e-6));
            assertThat(p.areaM2()).isCloseTo(10 * Math.hypot(5, 3), within(1e-6));
        });
        assertThat(planes.stream().map(p -> Math.round(p.gridAzimuthDeg()))).containsExactlyInAnyOrder(180L, 0L);
    }

    @Test
    void planesAtOneTiltButAtOtherHeightsOrApartStayApart() {
        assertThat(SurfacePlane.of(List.of(
                        polygon(0, 0, 3, 5, 0, 3, 5, 5, 3, 0, 5, 3),
                        polygon(5, 0, 4, 9, 0, 4, 9, 5, 4, 5, 5, 4),
                        polygon(20, 0, 3, 25, 0, 3, 25, 5, 3, 20, 5, 3))))
                .hasSize(3);
    }

    @Test
    void wallsAreNoPlanes() {
        assertThat(SurfacePlane.of(List.of(polygon(0, 0, 0, 10, 0, 0, 10, 0, 5, 0, 0, 5))))
                .isEmpty();
    }
}
