package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.app.ComputeInputs;
import java.nio.file.Files;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What to compute from. Blank fields take the files that were imported into the project. */
final class ComputeDialog {
    private final Window owner;
    private final FileField surface;
    private final FileField weather;
    private final FileField irradiation;

    ComputeDialog(Window owner, FilePicker files) {
        this.owner = owner;
        String prompt = t("compute.registered");
        surface = new FileField("compute-surface", prompt, () -> files.open(FilePicker.Kind.RASTER));
        weather = new FileField("compute-weather", prompt, () -> files.open(FilePicker.Kind.WEATHER));
        irradiation = new FileField("compute-irradiation", prompt, () -> files.open(FilePicker.Kind.RASTER));
    }

    void ask(Consumer<ComputeInputs> then) {
        Form form = new Form(owner, t("compute.title"));
        form.note(t("compute.note"));
        form.add(t("kind.mns"), surface);
        form.add(t("kind.meteo"), weather);
        form.add(t("kind.irradiation"), irradiation);
        form.ask(t("compute.go"), this::problem, () -> then.accept(inputs()));
    }

    private @Nullable String problem() {
        if (irradiation.path() != null && surface.path() != null) {
            return t("compute.either");
        }
        return Stream.of(surface, weather, irradiation)
                .flatMap(field -> Stream.ofNullable(field.path()))
                .filter(path -> !Files.isRegularFile(path))
                .map(path -> t("compute.absent", path))
                .findFirst()
                .orElse(null);
    }

    private ComputeInputs inputs() {
        return new ComputeInputs(
                surface.path(), weather.path(), irradiation.path(), null, ComputeInputs.DEFAULT_ALBEDO);
    }
}
