package fr.heliotoit.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.ui.SampleCommune;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0     | nord, 0°
            205   | sud-sud-ouest, 205°
            180   | sud, 180°
            348.7 | nord-nord-ouest, 349°
            348.8 | nord, 349°
            359.9 | nord, 0°
            101   | est, 101°
            """)
    void orientationsAreSaidInSixteenPoints(double azimuth, String words) {
        assertThat(Compass.words(azimuth)).isEqualTo(words);
    }

    @Test
    void rowsAreCopiedAsTabSeparatedTextThatASpreadsheetReads() throws Exception {
        BuildingRecord school = SampleCommune.records(1, 1).getFirst();
        assertThat(TableText.tsv(List.of(Attribute.NOM, Attribute.PUBLIC, Attribute.PRODUCTION), List.of(school)))
                .isEqualTo(
                        "Nom\tBâtiment public\tProduction annuelle estimée (kWh/an)\nÉcole Jean-Macé\toui\t282227,52\n");
    }

    @Test
    void aBuildingWithoutFigureSaysWhyOnItsCard() throws Exception {
        LoadedProject project = SampleCommune.project();
        BuildingRecord church = project.buildings().byId("B-EGLISE").orElseThrow();
        CardContent card = CardContent.of(church, project, SampleCommune.conventions());
        assertThat(card.figure()).isNull();
        assertThat(card.reason()).isEqualTo("La toiture est trop raide.");
    }

    @Test
    void theMonthsOfACardAddUpToItsYear() throws Exception {
        LoadedProject project = SampleCommune.project();
        BuildingRecord school = project.buildings().byId("B-ECOLE").orElseThrow();
        CardContent.Figure figure =
                CardContent.of(school, project, SampleCommune.conventions()).figure();
        assertThat(figure).isNotNull();
        assertThat(figure.monthlyKWh().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(282227.52, org.assertj.core.data.Offset.offset(0.01));
        assertThat(figure.headline())
                .isEqualTo("282 228 kWh/an".replace(" kWh", "\u00A0kWh").replace("282 ", "282\u202F"));
        assertThat(card(figure, "Orientation")).isEqualTo("sud-sud-ouest, 205°");
    }

    @Test
    void everyFrenchWordHasItsEnglishTwin() {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle french = ResourceBundle.getBundle("fr.heliotoit.text.ui", java.util.Locale.ROOT, control);
        ResourceBundle english = ResourceBundle.getBundle("fr.heliotoit.text.ui", java.util.Locale.ENGLISH, control);
        assertThat(english.getLocale()).isEqualTo(java.util.Locale.ENGLISH);
        assertThat(java.util.Collections.list(french.getKeys()))
                .allSatisfy(key -> assertThat(english.getString(key)).isNotBlank());
    }

    private static String card(CardContent.Figure figure, String label) {
        return figure.lines().stream()
                .filter(line -> line.label().equals(label))
                .map(CardContent.Line::value)
                .findFirst()
                .orElseThrow();
    }
}
