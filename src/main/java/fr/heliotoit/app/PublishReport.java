package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.Building;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.ChangeSet;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.Comparison;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.report.Advice;
import fr.heliotoit.report.CommuneReport;
import fr.heliotoit.report.Decisions;
import fr.heliotoit.report.Evolution;
import fr.heliotoit.report.ReportInput;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.rules.ObligationEntry;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the commune report of a project. */
public final class PublishReport {
    private PublishReport() {}

    /** The report of the whole commune with the usual options, dated today. */
    public static void run(ProjectFile project, Conventions conventions, Path pdf, Progress progress) throws Failure {
        run(project, conventions, pdf, ReportRequest.DEFAULT, LocalDate.now(), progress);
    }

    /**
     * Writes the report, whole or not at all; then notes it in the project's journal if it can be written ({@link ProjectFile#unnoted()}).
     *
     * @param pdf replaced when it exists
     * @param date printed on the report
     * @throws Failure when the project cannot be read or the file cannot be written
     */
    public static void run(
            ProjectFile project,
            Conventions conventions,
            Path pdf,
            ReportRequest request,
            LocalDate date,
            Progress progress)
            throws Failure {
        print(project, pdf, input(project, conventions, request, date), request, progress);
        project.note("rapport", String.valueOf(pdf.getFileName()));
    }

    /** Writes the report and leaves the project as it is. */
    static void print(ProjectFile project, Path pdf, ReportInput input, ReportRequest request, Progress progress)
            throws Failure {
        ReportInput drawn = withAdvice(project, withModules(project, input, input.sheets()), input.sheets());
        Outputs.write(
                pdf,
                out -> CommuneReport.write(drawn, out, progress),
                project.path(),
                request.perimeter().area(),
                request.identity().logo());
    }

    /** What the papers of a project are made of. */
    static ReportInput input(ProjectFile project, Conventions conventions, ReportRequest request, LocalDate date)
            throws Failure {
        List<BuildingRecord> within = request.perimeter().of(project);
        return new ReportInput(
                project.info(),
                within,
                project.current(),
                project.computationSources(),
                conventions,
                date,
                version(),
                evolution(project, conventions, request),
                request.options(),
                decisions(project, within, date),
                Map.of());
    }

    /** With the modules of buildings that are drawn one by one. */
    static ReportInput withModules(ProjectFile project, ReportInput input, List<BuildingRecord> drawn) throws Failure {
        Map<String, List<ModuleArray>> modules = new HashMap<>();
        for (BuildingRecord record : drawn) {
            modules.put(
                    record.building().id(), project.modules(record.building().id()));
        }
        return input.withModules(modules);
    }

    /** With the size that pays best on roofs whose money was evaluated. */
    static ReportInput withAdvice(ProjectFile project, ReportInput input, List<BuildingRecord> shown) throws Failure {
        List<BuildingRecord> evaluated =
                shown.stream().filter(r -> Attribute.VAN.valueOf(r) != null).toList();
        Map<String, Advice> advice = new HashMap<>();
        if (EnergyModel.weatherAtHand(project, evaluated)) {
            RoofStudy.of(project, evaluated, input.date()).forEach((id, study) -> advice.put(id, study.advice()));
        }
        return input.withDecisions(input.decisions().withAdvice(advice));
    }

    /** What was evaluated, with its packs; the register of obligations is as of the date of the report. */
    private static Decisions decisions(ProjectFile project, List<BuildingRecord> within, LocalDate date)
            throws Failure {
        Packs packs = DataPacks.load(date);
        Set<String> ids = within.stream().map(r -> r.building().id()).collect(Collectors.toSet());
        List<ObligationEntry> obligations = ObligationsRegister.run(project, packs, false, Progress.NONE).stream()
                .filter(e -> e.carPark() || ids.contains(e.id()))
                .toList();
        Map<Attribute, List<String>> citations = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            if (attribute.evaluated()) {
                citations.put(attribute, project.citations(attribute));
            }
        }
        return new Decisions(citations, obligations, packs.citations());
    }

    /** What changed since the last vintage that the current buildings came from; empty when there is none. */
    private static Optional<Evolution> evolution(ProjectFile project, Conventions conventions, ReportRequest request)
            throws Failure {
        Optional<Snapshot> current = project.current();
        Optional<Snapshot> before = current.isEmpty()
                ? Optional.empty()
                : project.ancestors().stream()
                        .filter(s -> s.buildings() > 0
                                && s.vintage().compareTo(current.get().vintage()) < 0)
                        .findFirst();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<BuildingRecord> then =
                request.perimeter().among(project, project.records(before.get().id()));
        List<BuildingRecord> now = request.perimeter().of(project);
        boolean publicOnly = !request.privateAddresses() && tells(then, now);
        if (publicOnly) {
            then = publicOnes(then);
            now = publicOnes(now);
        }
        ChangeSet changes = Comparison.of(buildings(then), buildings(now));
        return Optional.of(new Evolution(
                before.get().vintage(),
                CommuneSummary.of(then, conventions.classes()),
                CommuneSummary.of(now, conventions.classes()),
                publicOnly,
                changes.added().size(),
                changes.removed().size(),
                changes.changed().size(),
                changes.unchanged().size()));
    }

    /** Whether the totals of two states, or their difference, would tell of a few private roofs. */
    private static boolean tells(List<BuildingRecord> then, List<BuildingRecord> now) {
        Map<String, Double> before = privateYields(then);
        Map<String, Double> after = privateYields(now);
        Set<String> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        long different = all.stream()
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .count();
        return few(before.size()) || few(after.size()) || few(different);
    }

    private static boolean few(long roofs) {
        return roofs > 0 && roofs < Evolution.LEAST_PRIVATE;
    }

    private static Map<String, Double> privateYields(List<BuildingRecord> records) {
        Map<String, Double> yields = new HashMap<>();
        for (BuildingRecord record : records) {
            if (!record.building().publicOwner() && record.outcome() instanceof SolarPotential p) {
                yields.put(record.building().id(), p.yearlyYieldKWh());
            }
        }
        return yields;
    }

    private static List<BuildingRecord> publicOnes(List<BuildingRecord> records) {
        return records.stream().filter(r -> r.building().publicOwner()).toList();
    }

    private static List<Building> buildings(List<BuildingRecord> records) {
        return records.stream().map(BuildingRecord::building).toList();
    }

    /** Of the product; empty when run from sources. */
    static String version() {
        String version = PublishReport.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
