package fr.heliotoit.cli;

import fr.heliotoit.app.DemoProject;
import fr.heliotoit.app.FindBuildings;
import fr.heliotoit.app.Installation;
import fr.heliotoit.app.PublishMap;
import fr.heliotoit.app.PublishReport;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliotoit demo}: the demonstration commune from files to paper, without a window. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String QUESTION = "public = true AND surface > 100";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo.out")
    private Path out = Path.of("heliotoit-demo");

    /** The launcher looks at this one first; what comes here has no display and goes on without a window. */
    @Option(names = "--window", descriptionKey = "demo.window")
    private boolean window;

    @Override
    public Integer call() throws Failure {
        PrintWriter print = spec.commandLine().getOut();
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        Texts texts = Texts.current();
        Conventions conventions = Installation.conventions();
        Path folder = out.toAbsolutePath().normalize();
        Path gpkg = DemoProject.create(folder, progress);
        Path pdf = folder.resolve("rapport-saint-soleil-en-artois.pdf");
        Path png = folder.resolve("carte-saint-soleil-en-artois.png");
        try (ProjectFile project = ProjectFile.open(gpkg)) {
            List<BuildingRecord> records = project.records();
            List<BuildingRecord> found = FindBuildings.run(records, QUESTION);
            PublishMap.run(project, conventions, png);
            PublishReport.run(project, conventions, pdf, progress);
            progress.done();
            print.println(texts.text("cli.demo.title", project.info().commune().name()));
            Totals.print(
                    print,
                    CommuneSummary.of(records, conventions.classes()),
                    0,
                    project.citations(Attribute.PRODUCTION));
            print.println(texts.text("cli.demo.question", QUESTION, found.size()));
            print.println(texts.text("cli.demo.project", gpkg));
            print.println(texts.text("cli.demo.map", png));
            print.println(texts.text("cli.demo.report", pdf));
        }
        return ExitCode.DONE;
    }
}
