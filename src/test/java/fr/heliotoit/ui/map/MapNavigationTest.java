package fr.heliotoit.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.render.Viewport;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class MapNavigationTest {
    private static final Envelope COMMUNE = new Envelope(1000, 3000, 5000, 6000);

    @Test
    void allOfTheCommuneStaysInViewUntilSomebodyMoves() {
        MapNavigation navigation = new MapNavigation();
        navigation.setHome(COMMUNE);
        navigation.resize(800, 600);
        assertThat(navigation.viewport().envelope().contains(COMMUNE)).isTrue();
        navigation.resize(400, 200);
        assertThat(navigation.viewport().envelope().contains(COMMUNE)).isTrue();
        navigation.zoom(2);
        double scale = navigation.viewport().metresPerPixel();
        navigation.resize(500, 300);
        assertThat(navigation.viewport().metresPerPixel()).isEqualTo(scale);
    }

    @Test
    void zoomingKeepsThePlaceUnderTheCursor() {
        MapNavigation navigation = atHome();
        Viewport before = navigation.viewport();
        navigation.zoom(3, 200, 150);
        Viewport after = navigation.viewport();
        assertThat(after.metresPerPixel()).isCloseTo(before.metresPerPixel() / 3, within(1e-12));
        assertThat(after.worldX(200)).isCloseTo(before.worldX(200), within(1e-9));
        assertThat(after.worldY(150)).isCloseTo(before.worldY(150), within(1e-9));
    }

    @Test
    void dragMovesTheWorldWithTheHand() {
        MapNavigation navigation = atHome();
        Viewport before = navigation.viewport();
        navigation.pan(30, -20);
        assertThat(navigation.viewport().pixelX(before.worldX(100))).isCloseTo(130, within(1e-9));
        assertThat(navigation.viewport().pixelY(before.worldY(100))).isCloseTo(80, within(1e-9));
    }

    @Test
    void nobodyGetsLost() {
        MapNavigation navigation = atHome();
        navigation.pan(1e9, 1e9);
        navigation.zoom(1e-9);
        navigation.zoom(1e-9);
        Viewport view = navigation.viewport();
        assertThat(view.metresPerPixel()).isLessThan(20);
        assertThat(new Envelope(0, 4000, 4500, 6500).contains(view.centreX(), view.centreY()))
                .isTrue();
        navigation.zoom(1e12);
        assertThat(navigation.viewport().metresPerPixel()).isEqualTo(0.02);
    }

    @Test
    void goingToABuildingShowsItWithItsSurroundings() {
        MapNavigation navigation = atHome();
        Envelope house = new Envelope(1500, 1510, 5500, 5512);
        navigation.goTo(house);
        Viewport view = navigation.viewport();
        assertThat(view.envelope().contains(house)).isTrue();
        assertThat(house.getWidth() / view.metresPerPixel()).isBetween(20.0, 400.0);
    }

    private static MapNavigation atHome() {
        MapNavigation navigation = new MapNavigation();
        navigation.resize(800, 600);
        navigation.setHome(COMMUNE);
        return navigation;
    }
}
