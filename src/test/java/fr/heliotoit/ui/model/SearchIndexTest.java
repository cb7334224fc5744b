package fr.heliotoit.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.ui.SampleCommune;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"École Jean-Macé", "ecole jean mace", "ECOLE", "jean mace ecole", "b-ecole", "emile zola", "mac"
            })
    void accentsHyphensCaseAndOrderDoNotCount(String typed) throws Exception {
        assertThat(ids(new SearchIndex(SampleCommune.records(1, 3)).find(typed, 10)))
                .contains("B-ECOLE");
    }

    @Test
    void ligaturesAreFoundAsTwoLetters() throws Exception {
        assertThat(new SearchIndex(SampleCommune.records(1, 3)).find("rue des oeillets", 10))
                .hasSize(3);
    }

    @Test
    void theExactIdentifierComesFirst() throws Exception {
        assertThat(ids(new SearchIndex(SampleCommune.records(2, 10)).find("B-010", 10)))
                .first()
                .isEqualTo("B-010");
    }

    @Test
    void everyWordTypedMustBeginAWord() throws Exception {
        SearchIndex index = new SearchIndex(SampleCommune.records(1, 3));
        assertThat(index.find("ecole zebre", 10)).isEmpty();
        assertThat(index.find("cole", 10)).isEmpty();
        assertThat(index.find("  - ", 10)).isEmpty();
    }

    private static List<String> ids(List<BuildingRecord> records) {
        return records.stream().map(record -> record.building().id()).toList();
    }
}
