package fr.heliotoit.cli;

import fr.heliotoit.app.Installation;
import fr.heliotoit.app.Outputs;
import fr.heliotoit.app.PlanesReport;
import fr.heliotoit.app.RoofPlanes;
import fr.heliotoit.cadastre.NoFigure.Reason;
import fr.heliotoit.cadastre.RoofPlane;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliotoit planes}. */
@Command(name = "planes", mixinStandardHelpOptions = true)
final class PlanesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--dsm", required = true, paramLabel = "F", descriptionKey = "dsm")
    private Path surfaceModel = Path.of("");

    @Option(names = "--footprints", required = true, paramLabel = "F", descriptionKey = "planes.footprints")
    private Path footprints = Path.of("");

    @Option(names = "--planes", paramLabel = "F", descriptionKey = "planes.planes")
    private @Nullable Path drawn;

    @Option(names = "--out", required = true, paramLabel = "F.gpkg", descriptionKey = "planes.out")
    private Path out = Path.of("");

    @Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "crs")
    private @Nullable String crs;

    @Override
    public Integer call() throws Failure {
        Outputs.check(out, surfaceModel, footprints, drawn);
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Conventions conventions = Installation.conventions();
        PlanesReport report = RoofPlanes.write(
                new RoofPlanes.Inputs(surfaceModel, footprints, drawn, crs == null ? null : Crs.of(crs)),
                out,
                conventions,
                progress);
        progress.done();
        print(report, conventions);
        return report.refused() > 0 ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private void print(PlanesReport report, Conventions conventions) {
        PrintWriter console = spec.commandLine().getOut();
        Texts texts = Texts.current();
        console.println(texts.text(
                "cli.planes.done",
                report.planes(),
                report.buildings(),
                Formats.number(report.planeAreaM2(), 0),
                out.toString()));
        console.println(texts.text("cli.planes.modules", report.modules(), Formats.number(report.powerKWp(), 0)));
        if (report.supplied() > 0) {
            console.println(texts.text("cli.planes.supplied", report.supplied()));
        }
        if (report.unusable() > 0) {
            console.println(texts.text("cli.planes.unusable", report.unusable()));
        }
        if (report.widened() > 0) {
            console.println(texts.text("cli.planes.widened", report.widened(), Formats.number(report.overhangM(), 1)));
        } else {
            console.println(texts.text("cli.planes.asDrawn"));
        }
        for (Map.Entry<RoofPlane.Origin, Integer> entry : report.makeshift().entrySet()) {
            console.println("  " + Formats.number(entry.getValue()) + " × "
                    + texts.text("cadastre.plane." + entry.getKey().code()));
        }
        for (Map.Entry<Reason, Integer> entry : report.without().entrySet()) {
            console.println("  " + Formats.number(entry.getValue()) + " × "
                    + texts.text("cadastre.reason." + entry.getKey().code()));
        }
        Citations.print(console, List.of(conventions.citation()));
        if (report.refused() > 0) {
            console.println(texts.text("cli.planes.refused", report.refused()));
        }
    }
}
