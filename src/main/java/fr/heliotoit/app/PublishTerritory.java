package fr.heliotoit.app;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.report.LeagueTable;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reports of all communes of a territory: one PDF for each project file of a folder, and a league table. What was made before and is still
 * true is not made again, so that a run that was cut off goes on where it stopped.
 */
public final class PublishTerritory {
    /** What was made from what, beside the reports. */
    private static final String STATE = "rapports.properties";

    private static final String SEPARATOR = "|";

    private PublishTerritory() {}

    /**
     * How it went.
     *
     * @param made reports written now
     * @param kept reports of an earlier run that are still true
     * @param failures a sentence for each project without a report
     */
    public record Result(int made, int kept, List<String> failures) {
        public Result {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Writes {@code NAME.pdf} for every {@code NAME.gpkg} of the folder, then {@code classement.pdf} and {@code classement.csv}. Projects are not
     * changed.
     *
     * @param out folder of the reports, made when absent
     * @throws Failure when there is no project in the folder or nothing can be written; one bad project only makes a failure in the result
     */
    public static Result run(
            Path folder, Path out, Conventions conventions, ReportRequest request, LocalDate date, Progress progress)
            throws Failure {
        List<Path> projects = projects(folder);
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new Failure(Message.of("app.output.nowhere", out), e);
        }
        Properties state = read(out.resolve(STATE));
        String options = String.join(
                SEPARATOR,
                request.toString(),
                // What stands on paper and may change under the same name: logo, perimeter, packs; and what falls due
                // with the days.
                given(request.identity().logo()),
                given(request.perimeter().area()),
                packs(),
                date.toString(),
                conventions.name(),
                PublishReport.version(),
                fr.heliotoit.text.Texts.current().locale().getLanguage());
        List<LeagueTable.Row> rows = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        int made = 0;
        for (int i = 0; i < projects.size(); i++) {
            progress.check();
            progress.at("app.territory.stage", i, projects.size());
            Path project = projects.get(i);
            String name = stem(project);
            Path pdf = out.resolve(name + ".pdf");
            try {
                String stamp = stamp(project, options);
                Optional<LeagueTable.Row> known = Files.exists(pdf) && stamp.equals(state.getProperty(name))
                        ? LeagueTable.Row.parse(state.getProperty(name + ".row", ""))
                        : Optional.empty();
                if (known.isPresent()) {
                    rows.add(known.get());
                    continue;
                }
                LeagueTable.Row row = publish(project, pdf, conventions, request, date);
                rows.add(row);
                // asked again: a project of an older version is brought up to date when it is opened
                state.setProperty(name, stamp(project, options));
                state.setProperty(name + ".row", row.line());
                write(out.resolve(STATE), state);
                made++;
            } catch (Failure e) {
                failures.add(project.getFileName() + " : " + e.getMessage());
            } catch (IOException e) {
                failures.add(project.getFileName() + " : " + e.getClass().getSimpleName());
            }
        }
        league(out, rows, request, date);
        progress.at("app.territory.stage", projects.size(), projects.size());
        return new Result(made, rows.size() - made, failures);
    }

    private static LeagueTable.Row publish(
            Path file, Path pdf, Conventions conventions, ReportRequest request, LocalDate date) throws Failure {
        try (ProjectFile project = ProjectFile.open(file)) {
            ReportInput input = PublishReport.input(project, conventions, request, date);
            PublishReport.print(project, pdf, input, request, Progress.NONE);
            List<BuildingRecord> described = input.described().records();
            CommuneSummary all = CommuneSummary.of(described, conventions.classes());
            CommuneSummary owned = CommuneSummary.of(
                    described.stream().filter(r -> r.building().publicOwner()).toList(), conventions.classes());
            ProjectInfo info = project.info();
            return new LeagueTable.Row(
                    info.commune().inseeCode() == null ? "" : info.commune().inseeCode(),
                    info.commune().name(),
                    all.buildings(),
                    all.withFigure(),
                    all.usableAreaM2(),
                    all.peakPowerKWp(),
                    all.yearlyYieldKWh(),
                    owned.yearlyYieldKWh(),
                    info.synthetic());
        }
    }

    private static void league(Path out, List<LeagueTable.Row> rows, ReportRequest request, LocalDate date)
            throws Failure {
        LeagueTable table = new LeagueTable(
                rows, date, PublishReport.version(), request.identity().brand());
        Outputs.write(out.resolve("classement.pdf"), table::pdf);
        Outputs.write(out.resolve("classement.csv"), stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            table.csv(writer);
            writer.flush();
        });
    }

    private static List<Path> projects(Path folder) throws Failure {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(f ->
                            f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gpkg")
                                    && Files.isRegularFile(f))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw Failure.of("app.territory.empty", folder);
            }
            return found;
        } catch (IOException e) {
            throw new Failure(Message.of("app.territory.empty", folder), e);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String given(@Nullable Path file) throws Failure {
        try {
            return file == null || !Files.isRegularFile(file)
                    ? ""
                    : Files.size(file) + "/" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new Failure(Message.of("app.compute.missing", file), e);
        }
    }

    private static String packs() throws Failure {
        StringBuilder all = new StringBuilder();
        for (Path pack : DataPacks.files()) {
            all.append(pack.getFileName()).append('/').append(given(pack)).append(' ');
        }
        return Integer.toHexString(all.toString().hashCode());
    }

    /** Changes when the project or the options do. */
    private static String stamp(Path project, String options) throws IOException {
        return Files.size(project)
                + SEPARATOR
                + Files.getLastModifiedTime(project).toMillis()
                + SEPARATOR
                + options;
    }

    private static Properties read(Path file) {
        Properties state = new Properties();
        if (Files.isRegularFile(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                state.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                // Nothing is lost but time: all reports are made again.
                state.clear();
            }
        }
        return state;
    }

    private static void write(Path file, Properties state) throws Failure {
        Outputs.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            state.store(writer, null);
            writer.flush();
        });
    }
}
