package fr.heliotoit.app.validation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Validation: that what separates the product from r.sun is r.horizon's rule and nothing else. With that rule GRASS's own figures come
 * out; with horizons interpolated on the ray, the product's.
 */
class GrassBeamTest {
    @ParameterizedTest
    @ValueSource(ints = {172, 288})
    void theDifferenceFromGrassIsThatOfTheRuleForHorizons(int day) throws Failure {
        Path shared = Shared.path("reference").toAbsolutePath().getParent();
        Map<String, Agreement> compared = new GrassBeam(shared, 5).day(day);

        Agreement again = compared.get("r.horizon's and r.sun's rules written anew, against GRASS");
        assertThat(again.count()).isGreaterThan(4500);
        assertThat(Math.abs(again.bias())).isLessThanOrEqualTo(0.15);
        assertThat(again.mae()).isLessThanOrEqualTo(0.2);

        Agreement ours = compared.get("Héliotoit against the last");
        assertThat(Math.abs(ours.bias())).isLessThanOrEqualTo(0.25);
        assertThat(ours.mae()).isLessThanOrEqualTo(0.6);
    }
}
