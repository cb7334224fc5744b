package fr.heliotoit.cli;

import fr.heliotoit.app.DataPacks;
import fr.heliotoit.app.ZaerProposal;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heliotoit zaer}: proposed acceleration zones as GeoJSON. */
@Command(name = "zaer", mixinStandardHelpOptions = true)
final class ZaerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "P.gpkg", descriptionKey = "project")
    private Path project = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "F.geojson", descriptionKey = "zaer.out")
    private Path out = Path.of("");

    @Option(names = "--select", paramLabel = "EXPRESSION", descriptionKey = "zaer.select")
    private String expression = "public = true";

    @Option(names = "--margin", paramLabel = "m", descriptionKey = "zaer.margin")
    private double margin = ZaerProposal.MARGIN_M;

    @Override
    public Integer call() throws Failure {
        if (!(margin >= 0 && margin <= 1000)) {
            throw new ParameterException(
                    spec.commandLine(), "margin", null, spec.findOption("--margin"), String.valueOf(margin));
        }
        PrintWriter console = spec.commandLine().getOut();
        Packs packs = DataPacks.load(LocalDate.now());
        try (ProjectFile file = ProjectFile.open(project)) {
            ZaerProposal.Report report = ZaerProposal.run(file, packs, expression, margin, out);
            console.println(Texts.current()
                    .text(
                            "cli.zaer.done",
                            report.zones(),
                            report.roofs(),
                            Formats.quantity(report.roofKWp(), 0, "kWc"),
                            report.carParks(),
                            Formats.quantity(report.areaM2() / 10_000, 2, "ha"),
                            out));
        }
        Citations.print(console, packs);
        return ExitCode.DONE;
    }
}
