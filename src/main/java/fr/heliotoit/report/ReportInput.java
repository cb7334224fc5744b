package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.CommuneSummary;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.cadastre.SolarPotential;
import fr.heliotoit.rules.Conventions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a report is made of; the same input gives the same bytes.
 *
 * @param records the buildings of the current snapshot, with their outcomes
 * @param snapshot that snapshot; empty when nothing was imported yet
 * @param computedFrom files the outcomes were computed from
 * @param date printed on the report
 * @param version of the product, printed in the foot
 */
public record ReportInput(
        ProjectInfo info,
        List<BuildingRecord> records,
        Optional<Snapshot> snapshot,
        List<Snapshot.Source> computedFrom,
        Conventions conventions,
        LocalDate date,
        String version) {
    public ReportInput {
        records = List.copyOf(records);
        computedFrom = List.copyOf(computedFrom);
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
        return snapshot.map(Snapshot::vintage).orElse("—");
    }

    boolean uses(SolarPotential.Method method) {
        return records.stream().anyMatch(r -> r.outcome() instanceof SolarPotential p && p.method() == method);
    }
}
