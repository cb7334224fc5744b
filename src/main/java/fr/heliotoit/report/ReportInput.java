package fr.heliotoit.report;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.ModuleArray;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a report is made of; the same input gives the same bytes.
 *
 * @param records the buildings of the current snapshot, with their outcomes
 * @param snapshot that snapshot; empty when nothing was imported yet
 * @param computedFrom files the outcomes were computed from
 * @param date printed on the report
 * @param version of the product, printed in the foot
 * @param evolution what changed since the snapshot before; empty when there is none
 * @param options what the town hall chose
 * @param decisions money, law and heritage, with the packs they come from
 * @param modules laid on roofs that are drawn one by one, by building; the others are not needed
 */
public record ReportInput(
        ProjectInfo info,
        List<BuildingRecord> records,
        Optional<Snapshot> snapshot,
        List<Snapshot.Source> computedFrom,
        Conventions conventions,
        LocalDate date,
        String version,
        Optional<Evolution> evolution,
        ReportOptions options,
        Decisions decisions,
        Map<String, List<ModuleArray>> modules) {
    public ReportInput {
        records = List.copyOf(records);
        computedFrom = List.copyOf(computedFrom);
        modules = Map.copyOf(modules);
    }

    /** All of the commune with the usual options, and nothing to compare with. */
    public ReportInput(
            ProjectInfo info,
            List<BuildingRecord> records,
            Optional<Snapshot> snapshot,
            List<Snapshot.Source> computedFrom,
            Conventions conventions,
            LocalDate date,
            String version) {
        this(
                info,
                records,
                snapshot,
                computedFrom,
                conventions,
                date,
                version,
                Optional.empty(),
                ReportOptions.DEFAULT);
    }

    /** Nothing evaluated. */
    public ReportInput(
            ProjectInfo info,
            List<BuildingRecord> records,
            Optional<Snapshot> snapshot,
            List<Snapshot.Source> computedFrom,
            Conventions conventions,
            LocalDate date,
            String version,
            Optional<Evolution> evolution,
            ReportOptions options) {
        this(
                info,
                records,
                snapshot,
                computedFrom,
                conventions,
                date,
                version,
                evolution,
                options,
                Decisions.NONE,
                Map.of());
    }

    /** Private roofs with a figure when they are too few to be described as a group; empty when all may be described. */
    List<BuildingRecord> withheld() {
        if (options.privateAddresses()) {
            return List.of();
        }
        List<BuildingRecord> few = records.stream()
                .filter(r -> !r.building().publicOwner() && r.outcome() instanceof SolarPotential)
                .limit(Groups.LEAST)
                .toList();
        return few.size() < Groups.LEAST ? few : List.of();
    }

    /** The same without what is withheld. */
    public ReportInput described() {
        List<BuildingRecord> withheld = withheld();
        return withheld.isEmpty()
                ? this
                : with(records.stream().filter(r -> !withheld.contains(r)).toList());
    }

    /** The same with other buildings. */
    ReportInput with(List<BuildingRecord> others) {
        return new ReportInput(
                info,
                others,
                snapshot,
                computedFrom,
                conventions,
                date,
                version,
                evolution,
                options,
                decisions,
                modules);
    }

    /** The same with the modules of roofs that are drawn one by one, by building. */
    public ReportInput withModules(Map<String, List<ModuleArray>> laid) {
        return new ReportInput(
                info, records, snapshot, computedFrom, conventions, date, version, evolution, options, decisions, laid);
    }

    /** The same with more to say of decisions. */
    public ReportInput withDecisions(Decisions more) {
        return new ReportInput(
                info, records, snapshot, computedFrom, conventions, date, version, evolution, options, more, modules);
    }

    /** The public buildings that get a sheet in the report: those that would yield most. */
    public List<BuildingRecord> sheets() {
        return publicBuildings().stream()
                .filter(r -> r.outcome() instanceof SolarPotential p && p.yearlyYieldKWh() > 0)
                .sorted(Comparator.comparingDouble(
                                (BuildingRecord r) -> -((SolarPotential) r.outcome()).yearlyYieldKWh())
                        .thenComparing(r -> r.building().id()))
                .limit(options.sheets())
                .toList();
    }

    /** The modules laid on a building's roof; empty when none are known. */
    List<ModuleArray> modulesOf(BuildingRecord record) {
        return modules.getOrDefault(record.building().id(), List.of());
    }

    /** What maps show: every roof for itself, or private ones as their neighbourhoods. */
    List<BuildingRecord> mapped() {
        return options.privateAddresses() ? records : Neighbourhoods.averaged(records, conventions);
    }

    CommuneSummary summary() {
        return CommuneSummary.of(records, conventions.classes());
    }

    /** Buildings of the commune and other public bodies. */
    List<BuildingRecord> publicBuildings() {
        return records.stream().filter(r -> r.building().publicOwner()).toList();
    }

    /** Files of the buildings, then files of the computation. */
    List<Snapshot.Source> sources() {
        List<Snapshot.Source> all = new ArrayList<>();
        snapshot.ifPresent(s -> all.addAll(s.sources()));
        for (Snapshot.Source source : computedFrom) {
            if (!all.contains(source)) {
                all.add(source);
            }
        }
        return all;
    }

    String vintage() {
        return snapshot.map(s -> Words.vintage(s.vintage())).orElse("—");
    }

    /** The packs that powers and productions come from; of figures made before packs were kept, the conventions in force. */
    List<String> packs() {
        List<String> known = decisions.of(Attribute.PRODUCTION_MIN);
        return known.isEmpty() ? List.of(conventions.citation()) : known;
    }

    boolean uses(SolarPotential.Method method) {
        return records.stream().anyMatch(r -> r.outcome() instanceof SolarPotential p && p.method() == method);
    }
}
