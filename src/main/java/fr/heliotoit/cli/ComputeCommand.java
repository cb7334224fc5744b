package fr.heliotoit.cli;

import fr.heliotoit.app.ComputeInputs;
import fr.heliotoit.app.ComputePotential;
import fr.heliotoit.app.ComputeReport;
import fr.heliotoit.app.DataPacks;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit compute}. */
@Command(name = "compute", mixinStandardHelpOptions = true)
final class ComputeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--dsm", paramLabel = "F", descriptionKey = "dsm")
    private @Nullable Path surfaceModel;

    @Option(names = "--weather", paramLabel = "F", descriptionKey = "weather")
    private @Nullable Path weather;

    @Option(names = "--irradiation", paramLabel = "F", descriptionKey = "irradiation")
    private @Nullable Path irradiation;

    @Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "crs")
    private @Nullable String crs;

    @Option(names = "--albedo", paramLabel = "0–1", descriptionKey = "albedo")
    private double albedo = ComputeInputs.DEFAULT_ALBEDO;

    @Override
    public Integer call() throws Failure {
        if (!(albedo >= 0 && albedo <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "albedo", null, spec.findOption("--albedo"), String.valueOf(albedo));
        }
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        ComputeInputs inputs =
                new ComputeInputs(surfaceModel, weather, irradiation, crs == null ? null : Crs.of(crs), albedo);
        try (ProjectFile file = ProjectFile.open(project)) {
            file.requireWriter();
            ComputeReport report = ComputePotential.run(file, inputs, DataPacks.load(LocalDate.now()), progress);
            progress.done();
            Totals.print(
                    spec.commandLine().getOut(),
                    report.summary(),
                    report.planes(),
                    file.citations(Attribute.PRODUCTION));
            for (Message note : report.notes()) {
                spec.commandLine().getOut().println(Texts.current().text(note));
            }
        }
        return ExitCode.DONE;
    }
}
