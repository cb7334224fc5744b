package fr.heliotoit.geo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.heliotoit.text.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Areas and shadows need a unit that is a metre on the ground. */
class CrsScaleTest {
    @ParameterizedTest
    @CsvSource({
        "EPSG:2154, 687000, 7037000", // Lens
        "EPSG:3950, 1687000, 9250000", // the same in CC50
        "EPSG:3007, 147800, 6398700", // Göteborg
        "EPSG:32631, 450000, 5590000",
        "EPSG:5490, 690000, 1620000", // Martinique
        "EPSG:27700, 401600, 200800"
    })
    void localSystemsInMetresAreTaken(String code, double x, double y) {
        assertThatCode(() -> Crs.of(code).requireTrueScale(x, y)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"EPSG:3857, 315000, 6522000", "EPSG:2263, 990000, 200000"})
    void webMercatorAndFeetAreRefused(String code, double x, double y) {
        assertThatThrownBy(() -> Crs.of(code).requireTrueScale(x, y))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(code);
    }
}
