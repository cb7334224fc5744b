package fr.heliotoit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Energy;
import fr.heliotoit.render.Town;
import org.junit.jupiter.api.Test;

/** The window says the three figures in the words of report and kit (see CommuneReportTest, CommunicationKitTest). */
class HeadlineFiguresTest {
    @Test
    void theWindowSaysAreaPowerAndProductionInTheSameWords() {
        for (int buildings : new int[] {30, 700, 6000}) {
            CommuneSummary summary = CommuneSummary.of(
                    Town.records(buildings), Town.conventions().classes());
            assertThat(ComputeSummary.text(summary))
                    .contains(Energy.area(summary.usableAreaM2()))
                    .contains(Energy.power(summary.peakPowerKWp()))
                    .contains(Energy.perYear(summary.yearlyYieldKWh()));
        }
    }
}
