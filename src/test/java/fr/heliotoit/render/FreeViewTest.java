package fr.heliotoit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class FreeViewTest {
    @ParameterizedTest
    @CsvSource({"1000, 600", "700, 380", "1400, 900", "400, 700"})
    void noRoofLiesUnderALegendAtFirst(int width, int height) {
        RoofIndex roofs = new RoofIndex(Town.records(300));
        List<Overlay> plates = List.of(
                new Legend(new ClassStyle(Town.conventions())),
                new ScaleBar(),
                new NorthArrow(),
                new SourceLine("Sources"),
                new SyntheticBadge());
        Viewport view = FreeView.of(roofs, plates, width, height);
        assertThat(view.envelope().contains(roofs.extent())).isTrue();
        for (Overlay overlay : plates) {
            Rectangle2D plate = overlay.plate(view);
            assertThat(roofs.within(new Envelope(
                            view.worldX(plate.getMinX()),
                            view.worldX(plate.getMaxX()),
                            view.worldY(plate.getMinY()),
                            view.worldY(plate.getMaxY()))))
                    .as("%s at %s", overlay, view)
                    .isEmpty();
        }
    }

    @Test
    void withoutPlatesTheCommuneFillsTheView() {
        RoofIndex roofs = new RoofIndex(Town.records(300));
        Viewport view = FreeView.of(roofs, List.of(), 800, 600);
        Envelope extent = roofs.extent();
        double share = Math.max(
                extent.getWidth() / view.envelope().getWidth(),
                extent.getHeight() / view.envelope().getHeight());
        assertThat(share).isBetween(0.9, 1.0);
    }
}
