package fr.heliotoit.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.SampleCommune;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSorterTest {
    @Test
    void numbersAreOrderedAsNumbersAndWhatHasNoneComesLastEitherWay() throws Exception {
        List<BuildingRecord> rows = SampleCommune.records(4, 10);
        for (boolean ascending : new boolean[] {true, false}) {
            List<BuildingRecord> sorted = RowSorter.sort(rows, List.of(new SortKey(Attribute.PRODUCTION, ascending)));
            List<Double> figures = sorted.stream()
                    .takeWhile(record -> record.outcome() instanceof SolarPotential)
                    .map(record -> ((SolarPotential) record.outcome()).yearlyYieldKWh())
                    .toList();
            Comparator<Double> order = Comparator.naturalOrder();
            assertThat(figures).isSortedAccordingTo(ascending ? order : order.reversed());
            assertThat(sorted).hasSameSizeAs(rows);
            assertThat(sorted.subList(figures.size(), sorted.size()))
                    .isNotEmpty()
                    .noneMatch(record -> record.outcome() instanceof SolarPotential);
        }
    }

    @Test
    void wordsAreOrderedWithoutRegardToAccents() throws Exception {
        List<BuildingRecord> sorted =
                RowSorter.sort(SampleCommune.records(1, 2), List.of(new SortKey(Attribute.NOM, true)));
        assertThat(sorted.subList(0, 3).stream().map(record -> record.building().name()))
                .containsExactly("École Jean-Macé", "Église Saint-Martin", "Hôtel de ville");
    }

    @Test
    void aSecondKeyDecidesAmongEquals() throws Exception {
        List<BuildingRecord> sorted = RowSorter.sort(
                SampleCommune.records(2, 10),
                List.of(new SortKey(Attribute.USAGE, false), new SortKey(Attribute.ID, false)));
        assertThat(sorted.getFirst().building().id()).isEqualTo("B-019");
    }

    @Test
    void roofsWithAFigureComeFirstAndKeepTheirOrder() throws Failure {
        List<BuildingRecord> rows = SampleCommune.records(1, 3);
        List<BuildingRecord> sorted = RowSorter.figuresFirst(rows);
        List<BuildingRecord> expected = new ArrayList<>(rows.stream()
                .filter(r -> Attribute.PRODUCTION.valueOf(r) != null)
                .toList());
        int known = expected.size();
        rows.stream().filter(r -> Attribute.PRODUCTION.valueOf(r) == null).forEach(expected::add);
        assertThat(known).isBetween(1, rows.size() - 1);
        assertThat(sorted).isEqualTo(expected);
    }
}
