package fr.heliotoit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGeometryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT(2,35 48,85) | POINT (2.35 48.85)",
                "POINT ( -2,35 48 ) | POINT (-2.35 48)",
                "LINESTRING(1,5 2,25,3,5 4,5) | LINESTRING (1.5 2.25, 3.5 4.5)",
                "LINESTRING(1,5 2,25, 3,5 4,5) | LINESTRING (1.5 2.25, 3.5 4.5)",
                "LINESTRING(1,5 2,3 4,5) | LINESTRING (1.5 2, 3 4.5)",
                "LINESTRING(1 2,3 4) | LINESTRING (1 2, 3 4)",
                "LINESTRING(1.5 2,3 4.5) | LINESTRING (1.5 2, 3 4.5)",
            })
    void aDecimalCommaIsTakenForAPointWhereItIsSure(String cell, String wkt) throws Exception {
        assertThat(TextGeometry.of(cell, new Shapes()).geometry()).hasToString(wkt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LINESTRING(1,5 2,25,3 4,5)",
                "LINESTRING(1,5 2,25,3 4,5,6,7)",
                "POINT(1,5,2,5)",
                "POINT(un deux)",
                "POLYGON((1,5 2,5"
            })
    void whatCannotBeReadForSureIsRefused(String cell) {
        assertThatThrownBy(() -> TextGeometry.of(cell, new Shapes())).isInstanceOf(BadGeometry.class);
    }

    @Test
    void aPlaceOfThreeNumbersIsNoneOfTwo() {
        assertThatThrownBy(() -> TextGeometry.of("LINESTRING(1,5 2,5,3)", new Shapes()))
                .isInstanceOf(BadGeometry.class);
    }
}
