package fr.heliotoit.roof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.Shared;
import fr.heliotoit.app.validation.SolarWizardRoofs;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Real British buildings at 1 m with the answers of another system (solar-wizard, CSE Bristol). */
class RealRoofsValidationTest {
    private static SolarWizardRoofs roofs() {
        Path data = Shared.path("data").toAbsolutePath();
        return new SolarWizardRoofs(data.resolveSibling(""));
    }

    @Test
    void ninePlanesInTenThatAnotherSystemExpectsAreFoundWithinTenDegrees() throws Failure {
        List<SolarWizardRoofs.Detection> detections = roofs().detections();

        int expected = detections.stream().mapToInt(d -> d.expected().size()).sum();
        int missed = detections.stream().mapToInt(d -> d.missed().size()).sum();
        assertThat(expected).isEqualTo(31);
        assertThat(expected - missed)
                .as(detections.stream()
                        .map(d -> d.file() + " expected " + d.expected() + " missed " + d.missed() + " extra "
                                + words(d.extra()))
                        .toList()
                        .toString())
                .isGreaterThanOrEqualTo((int) Math.ceil(0.9 * expected));
    }

    private static List<String> words(List<RoofFit.Piece> pieces) {
        return pieces.stream()
                .map(p -> String.format(Locale.ROOT, "%.0f°/%.0f° %.0f m²", p.azimuthDeg(), p.tiltDeg(), p.areaM2()))
                .toList();
    }

    @Test
    void thirteenOfFourteenVerdictsOnOutdatedSurfaceModelsAreRight() throws Failure {
        List<SolarWizardRoofs.Verdict> verdicts = roofs().verdicts();

        assertThat(verdicts).hasSize(14);
        assertThat(verdicts.stream().filter(v -> !v.right())).hasSizeLessThanOrEqualTo(1);
    }
}
