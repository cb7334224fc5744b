package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.app.validation.CityModels;
import fr.heliotoit.text.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roofs of published city models rasterised at 0.5 m with noise of 0.1 m: nine tenths of their area lie in a plane within 5°. */
class CityModelsValidationTest {
    @ParameterizedTest
    @CsvSource({"cjio/zurich_subset_lod2.json, 643", "citygml4j/lod2_buildings_v2.json, 200"})
    void nineTenthsOfTheRoofAreFoundAgain(String file, int surfaces) throws Failure {
        CityModels.Found found = CityModels.run(Shared.path("data/citymodel/" + file), 0.5, 0.1, 5);

        assertThat(found.surfaces())
                .as("one of Zürich's 644 is a cheek, steeper than 80°")
                .isEqualTo(surfaces);
        assertThat(found.share()).as(found.toString()).isGreaterThanOrEqualTo(0.9);
    }
}
