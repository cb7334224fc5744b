package fr.heliotoit.cli;

import fr.heliotoit.app.Outputs;
import fr.heliotoit.app.ZonalTable;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heliotoit zonal}. */
@Command(name = "zonal", mixinStandardHelpOptions = true)
final class ZonalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--zones", required = true, paramLabel = "F", descriptionKey = "zones")
    private Path zones = Path.of("");

    @Option(names = "--raster", required = true, arity = "1..*", paramLabel = "F", descriptionKey = "raster")
    private List<Path> rasters = List.of();

    @Option(names = "--out", required = true, paramLabel = "F.csv", descriptionKey = "zonal.out")
    private Path out = Path.of("");

    @Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "crs")
    private @Nullable String crs;

    @Option(names = "--id", paramLabel = "colonne", descriptionKey = "zonal.id")
    private @Nullable String id;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws Failure {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "threads", null, spec.findOption("--threads"), String.valueOf(threads));
        }
        Outputs.check(out, zones);
        Outputs.checkTiles(out, rasters);
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        ZonalTable.Report report =
                ZonalTable.write(zones, rasters, out, crs == null ? null : Crs.of(crs), id, threads, progress);
        progress.done();
        PrintWriter console = spec.commandLine().getOut();
        console.println(Texts.current().text("cli.zonal.done", report.zones(), report.withData(), out.toString()));
        if (report.refused() > 0) {
            console.println(Texts.current().text("cli.zonal.refused", report.refused()));
            return ExitCode.REFUSED;
        }
        return ExitCode.DONE;
    }
}
