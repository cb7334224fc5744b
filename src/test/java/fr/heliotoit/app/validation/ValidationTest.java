package fr.heliotoit.app.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.heliotoit.Shared;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {
    @TempDir
    Path folder;

    @Test
    void measuresDifferences() {
        Agreement a = Agreement.of(new double[] {1, 2, 6}, new double[] {2, 2, 2});
        assertThat(a.bias()).isCloseTo(1, within(1e-12));
        assertThat(a.mae()).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(a.rmse()).isCloseTo(Math.sqrt(17 / 3.0), within(1e-12));
        assertThat(a.worst()).isEqualTo(4);
        assertThat(Agreement.commonFactor(new double[] {1, 2}, new double[] {3, 6}))
                .isCloseTo(3, within(1e-12));
    }

    /** The peer program's RMSE at Kronenhuset is 51.0 W/m² with an anisotropic sky; labels as they stand. */
    @Test
    void meetsTheRadiationMeasuredInTheCourtyardOfKronenhuset() throws Failure {
        Page page = new Page();
        new GoteborgPoints(Shared.path("data").getParent()).write(page);
        List<String> rows = page.toString()
                .lines()
                .filter(line -> line.contains("| Kronenhuset"))
                .toList();
        assertThat(rmse(rows, "as labelled", "sun and sky")).isLessThan(55);
        assertThat(rmse(rows, "one hour ahead", "light from walls")).isLessThan(15);
    }

    private static double rmse(List<String> rows, String clock, String words) {
        String row = rows.stream()
                .filter(line -> line.contains(clock) && line.contains(words))
                .findFirst()
                .orElseThrow();
        String[] cells = Arrays.stream(row.split("\\|")).map(String::strip).toArray(String[]::new);
        return Double.parseDouble(cells[7]);
    }

    /** This section needs nothing but the packs, so the page that is published can be held against it word by word. */
    @Test
    void publishesTheAnchorsOfTheNorthAsTheyAreComputed() throws Failure, IOException {
        Page page = new Page();
        NorthAnchors.write(page);
        assertThat(Files.readString(Path.of("src/site/markdown/validation.md"))).contains(page.toString());
    }

    @Test
    void saysWhenTheSharedDataAreNotThere() {
        assertThatThrownBy(() -> Validation.run(folder, folder.resolve("page.md"), Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--shared");
    }
}
