package fr.heliotoit.app;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.Layer;
import fr.heliotoit.cadastre.LayerFeature;
import fr.heliotoit.cadastre.NoFigure;
import fr.heliotoit.cadastre.ProjectStatus;
import fr.heliotoit.cadastre.Snapshot;
import fr.heliotoit.rules.Duties;
import fr.heliotoit.rules.ObligationEntry;
import fr.heliotoit.rules.PackKind;
import fr.heliotoit.rules.Packs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.task.Progress;
import fr.heliotoit.text.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the law asks of every public building and every car park of a project. */
public final class ObligationsRegister {
    /** What an evaluation of a project gives. */
    public static final Set<Attribute> ATTRIBUTES = EnumSet.of(Attribute.OBLIGATION, Attribute.ECHEANCE);

    /** What speaks of the roof itself: a roof that nobody could compute may be as good as any. */
    private static final Set<NoFigure.Reason> LITTLE_SUN = EnumSet.of(
            NoFigure.Reason.TOO_SMALL, NoFigure.Reason.TOO_STEEP, NoFigure.Reason.TOO_DARK, NoFigure.Reason.NO_MODULE);

    private final Duties duties;
    private final Packs packs;
    private final ProjectFile project;
    private final List<LayerFeature> protections;
    private final InstalledSystems installed;
    private final Set<String> written;

    private ObligationsRegister(ProjectFile project, Packs packs, List<BuildingRecord> records) throws Failure {
        this.project = project;
        this.packs = packs;
        duties = Duties.of(packs.of(PackKind.LAW));
        protections = project.layer(Layer.PROTECTIONS);
        installed = InstalledSystems.of(project, records);
        written = project.files().keySet();
    }

    /**
     * The register, most pressing first; every public building and car park is in it.
     *
     * @param save whether obligation and deadline are kept beside the buildings
     */
    public static List<ObligationEntry> run(ProjectFile project, Packs packs, boolean save, Progress progress)
            throws Failure {
        List<BuildingRecord> records = project.records();
        ObligationsRegister register = new ObligationsRegister(project, packs, records);
        List<ObligationEntry> entries = new ArrayList<>();
        Map<String, Map<Attribute, Object>> values = new HashMap<>();
        for (BuildingRecord record : records) {
            ObligationEntry entry = register.building(record);
            if (record.building().publicOwner()) {
                entries.add(entry);
            }
            entry.first().ifPresent(duty -> {
                Map<Attribute, Object> own = new EnumMap<>(Attribute.class);
                own.put(Attribute.OBLIGATION, duty.title().fr() + (duty.verified() ? "" : " (à vérifier)"));
                own.put(Attribute.ECHEANCE, duty.deadline().toString());
                values.put(record.building().id(), own);
            });
        }
        List<LayerFeature> carParks = project.layer(Layer.CAR_PARKS);
        Optional<CanopyModel> canopies =
                carParks.isEmpty() ? Optional.empty() : CanopyModel.of(project, packs, records);
        for (LayerFeature park : carParks) {
            progress.check();
            entries.add(register.carPark(park, canopies));
        }
        entries.sort(Comparator.comparing((ObligationEntry e) -> e.first().isEmpty())
                .thenComparing(e -> e.first().map(d -> !d.verified()).orElse(false))
                .thenComparing(e -> e.first().map(Duties.Duty::deadline).orElse(java.time.LocalDate.MAX))
                .thenComparing(e -> -e.areaM2())
                .thenComparing(ObligationEntry::id));
        Optional<Snapshot> snapshot = project.current();
        if (save && snapshot.isPresent()) {
            project.saveEvaluations(snapshot.get(), ATTRIBUTES, values, packs.citations());
        }
        return entries;
    }

    private ObligationEntry building(BuildingRecord record) throws Failure {
        double area = record.building().footprintM2();
        List<Duties.Duty> due = duties.of(
                false,
                area,
                record.building().publicOwner(),
                record.building().usage().code());
        List<ObligationEntry.Argument> arguments = new ArrayList<>();
        if (!due.isEmpty()) {
            if (Heritage.protectedPlace(record.building().footprint(), protections)) {
                arguments.add(ObligationEntry.Argument.HERITAGE);
            }
            if (record.outcome() instanceof NoFigure none && LITTLE_SUN.contains(none.reason())) {
                arguments.add(ObligationEntry.Argument.LITTLE_SUN);
            }
        }
        boolean equipped = installed.on(record.building().id()).isPresent()
                || written.contains(record.building().id())
                        && project.file(record.building().id()).status() == ProjectStatus.IN_SERVICE;
        return new ObligationEntry(
                record.building().id(),
                record.building().name(),
                false,
                area,
                due,
                margin(false, area, due),
                status(due, equipped),
                arguments,
                null,
                null);
    }

    private ObligationEntry carPark(LayerFeature park, Optional<CanopyModel> canopies) throws Failure {
        double area = CarParks.areaM2(park);
        boolean publicOwner = CarParks.publicOwner(park);
        List<Duties.Duty> due = area > 0 ? duties.of(true, area, publicOwner, "") : List.of();
        List<ObligationEntry.Argument> arguments = new ArrayList<>();
        if (!due.isEmpty()) {
            if (park.geometry() != null && Heritage.protectedPlace(park.geometry(), protections)) {
                arguments.add(ObligationEntry.Argument.HERITAGE);
            }
            arguments.add(ObligationEntry.Argument.TREES);
        }
        Optional<CanopyModel.Canopy> canopy =
                canopies.isPresent() && area > 0 ? Optional.of(canopies.get().over(park, area)) : Optional.empty();
        return new ObligationEntry(
                park.id(),
                park.label() == null ? park.values().get("nom") : park.label(),
                true,
                area,
                due,
                margin(true, area, due),
                status(due, false),
                arguments,
                canopy.map(CanopyModel.Canopy::kWp).orElse(null),
                canopy.map(CanopyModel.Canopy::kWh).orElse(null));
    }

    private double margin(boolean carPark, double area, List<Duties.Duty> due) {
        return area
                - (due.isEmpty()
                        ? duties.leastThreshold(carPark)
                        : due.getFirst().aboveM2());
    }

    private ObligationEntry.Status status(List<Duties.Duty> due, boolean equipped) {
        if (due.isEmpty()) {
            return ObligationEntry.Status.NONE;
        }
        if (equipped) {
            return ObligationEntry.Status.EQUIPPED;
        }
        if (!due.getFirst().verified()) {
            return ObligationEntry.Status.TO_CHECK;
        }
        return due.getFirst().deadline().isBefore(packs.today())
                ? ObligationEntry.Status.OVERDUE
                : ObligationEntry.Status.DUE;
    }
}
