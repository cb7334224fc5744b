package fr.heliotoit.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.Outcome;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class RoofLayerTest {
    private static final ClassStyle STYLE = new ClassStyle(Town.conventions());
    private static final Outcome BEST = Town.potential(1200, 100);
    private static final Outcome NONE = new NoFigure(NoFigure.Reason.OUTSIDE_DATA);

    private static BuildingRecord roof(String id, Polygon footprint, Outcome outcome) {
        return Town.record(id, footprint, null, null, false, outcome);
    }

    private static BufferedImage draw(MapLayer layer, Viewport view) {
        return new MapPicture(view, List.of(layer)).image(1);
    }

    @Test
    void aRoofHasTheColourOfItsClassWhereItLies() {
        RoofIndex index = new RoofIndex(List.of(roof("a", Town.rectangle(10, 20, 40, 10), BEST)));
        // 1 m per pixel: west 0, north 100
        BufferedImage image = draw(new RoofLayer(index, STYLE), new Viewport(50, 50, 1, 100, 100));
        assertThat(new Color(image.getRGB(15, 75))).isEqualTo(STYLE.colour(7));
        assertThat(new Color(image.getRGB(15, 65))).isNotEqualTo(STYLE.colour(7));
        assertThat(new Color(image.getRGB(5, 75))).isNotEqualTo(STYLE.colour(7));
    }

    @Test
    void aRoofWithoutFigureIsHatchedAndHasNoColourOfTheRamp() {
        RoofIndex index = new RoofIndex(List.of(roof("a", Town.rectangle(10, 10, 80, 80), NONE)));
        BufferedImage image = draw(new RoofLayer(index, STYLE), new Viewport(50, 50, 1, 100, 100));
        int light = 0;
        int dark = 0;
        for (int x = 15; x < 85; x++) {
            for (int y = 15; y < 85; y++) {
                Color colour = new Color(image.getRGB(x, y));
                assertThat(Math.abs(colour.getRed() - colour.getBlue())).isLessThan(3);
                light += colour.getRed() > 250 ? 1 : 0;
                dark += colour.getRed() < 200 ? 1 : 0;
            }
        }
        assertThat(light).isGreaterThan(1000);
        assertThat(dark).isGreaterThan(300);
    }

    @Test
    void theHatchLeavesOutTheCourtyard() {
        GeometryFactory factory = new GeometryFactory();
        LinearRing hole = factory.createLinearRing(
                Town.rectangle(30, 30, 40, 40).getExteriorRing().getCoordinateSequence());
        Polygon withCourt =
                factory.createPolygon(Town.rectangle(10, 10, 80, 80).getExteriorRing(), new LinearRing[] {hole});
        RoofIndex index = new RoofIndex(List.of(roof("a", withCourt, NONE)));
        BufferedImage image = draw(new RoofLayer(index, STYLE), new Viewport(50, 50, 1, 100, 100));
        Set<Integer> inCourt = new HashSet<>();
        for (int x = 33; x < 67; x++) {
            for (int y = 33; y < 67; y++) {
                inCourt.add(image.getRGB(x, y));
            }
        }
        assertThat(inCourt).hasSize(1);
    }

    @Test
    void aSelectedRoofIsRinged() {
        RoofIndex index = new RoofIndex(List.of(
                roof("a", Town.rectangle(10, 10, 30, 30), BEST), roof("b", Town.rectangle(60, 10, 30, 30), BEST)));
        BufferedImage image =
                draw(new RoofLayer(index, STYLE).withSelected(Set.of("b")), new Viewport(50, 50, 1, 100, 100));
        Color ring = new Color(image.getRGB(75, 60));
        assertThat(ring).isEqualTo(new Color(0xD6, 0x00, 0x6C));
        assertThat(new Color(image.getRGB(25, 60))).isNotEqualTo(ring);
    }

    @Test
    void theClassDigitIsWrittenFromOneToOneThousandOn() {
        RoofIndex index = new RoofIndex(List.of(roof("a", Town.rectangle(48, 48, 4, 4), BEST)));
        RoofLayer layer = new RoofLayer(index, STYLE);
        Viewport near = new Viewport(50, 50, 0.25, 100, 100);
        Viewport far = new Viewport(50, 50, 0.3, 100, 100);
        assertThat(near.scaleDenominator()).isLessThan(1000);
        assertThat(far.scaleDenominator()).isGreaterThan(1000);
        assertThat(inkIn(draw(layer, near), STYLE.colour(7))).isPositive();
        assertThat(inkIn(draw(layer, far), STYLE.colour(7))).isZero();
    }

    /** Pixels of the inner roof (4 × 4 px around the middle) that differ from its colour. */
    private static int inkIn(BufferedImage image, Color fill) {
        int ink = 0;
        for (int x = 46; x < 54; x++) {
            for (int y = 46; y < 54; y++) {
                ink += image.getRGB(x, y) != fill.getRGB() && Math.abs(x - 50) < 4 && Math.abs(y - 50) < 4 ? 1 : 0;
            }
        }
        return ink;
    }

    @Test
    void stopsWhenToldTo() {
        RoofLayer layer = new RoofLayer(new RoofIndex(Town.records(2000)), STYLE);
        AtomicInteger polls = new AtomicInteger();
        Viewport view = MapPicture.view(layer.index().extent(), 300, 300);
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        layer.paint(graphics, view, () -> polls.incrementAndGet() > 0);
        assertThat(polls).hasValue(1);
        assertThat(image.getRGB(0, 0, 300, 300, null, 0, 300)).containsOnly(0xFF000000);
    }

    @Test
    void aClickFindsTheSmallestBuildingUnderIt() {
        RoofIndex index = new RoofIndex(List.of(
                roof("large", Town.rectangle(0, 0, 100, 100), BEST),
                roof("small", Town.rectangle(40, 40, 10, 10), BEST)));
        assertThat(index.at(45, 45)).map(r -> r.building().id()).hasValue("small");
        assertThat(index.at(5, 5)).map(r -> r.building().id()).hasValue("large");
        assertThat(index.at(500, 5)).isEmpty();
        assertThat(index.within(new Envelope(90, 120, 90, 120)))
                .extracting(r -> r.building().id())
                .containsExactly("large");
    }

    @Test
    void anEmptyCommuneIsAnEmptyMap() {
        RoofIndex index = new RoofIndex(List.of());
        assertThat(index.extent().isNull()).isTrue();
        assertThat(index.at(0, 0)).isEmpty();
        Viewport view = MapPicture.view(index.extent(), 100, 100);
        assertThat(draw(new RoofLayer(index, STYLE), view).getRGB(50, 50)).isEqualTo(0xFFF4F2EC);
    }

    @Test
    void aPointOnTheMapIsAPointOfTheView() {
        Viewport view = new Viewport(690_000, 7_030_000, 0.5, 400, 300);
        Coordinate corner = new Coordinate(view.worldX(0), view.worldY(0));
        assertThat(corner).isEqualTo(new Coordinate(689_900, 7_030_075));
    }
}
