package fr.heliotoit.ui;

import fr.heliotoit.app.BuildingDetails;
import fr.heliotoit.app.RoofHorizon;
import fr.heliotoit.app.RoofStudy;
import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.model.Latest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads in the background what the card shows beside the record; only the building asked for last counts. Used on the FX thread. */
final class CardReader {
    /**
     * What was read of a building.
     *
     * @param details null when they could not be read
     * @param problem why not
     */
    record Details(
            BuildingRecord record,
            @Nullable BuildingDetails details,
            @Nullable String problem) {}

    /**
     * What a roof sees of the sky.
     *
     * @param horizon empty when there is no surface model there
     * @param problem why it could not be found; null when nothing went wrong
     */
    record Sky(
            BuildingRecord record,
            Optional<RoofHorizon> horizon,
            @Nullable String problem) {}

    /**
     * What is reckoned of a roof.
     *
     * @param study empty when there is nothing to reckon with
     * @param problem why it could not be; null when nothing went wrong
     */
    record Study(
            BuildingRecord record,
            Optional<RoofStudy> study,
            @Nullable String problem) {}

    private final Latest<Details> details;
    private final Latest<Study> study;
    private final Latest<Sky> sky;
    private @Nullable ProjectFile project;

    /** All are called on the FX thread. */
    CardReader(Consumer<Details> details, Consumer<Study> study, Consumer<Sky> sky) {
        this.details = new Latest<>("card", true, details);
        this.study = new Latest<>("card study", true, study);
        this.sky = new Latest<>("card horizon", true, sky);
    }

    /** @param file of the project that is shown from now on; null for none */
    void open(@Nullable ProjectFile file) {
        project = file;
    }

    /** @return whether there is a file to read from */
    boolean read(BuildingRecord record) {
        ProjectFile file = project;
        if (file == null) {
            return false;
        }
        details.submit(() -> details(file, record));
        if (Attribute.VAN.valueOf(record) != null) {
            study.submit(() -> study(file, record));
        }
        sky.submit(() -> sky(file, record));
        return true;
    }

    private static Details details(ProjectFile file, BuildingRecord record) {
        try {
            return new Details(record, BuildingDetails.of(file, record, LocalDate.now()), null);
        } catch (Failure e) {
            return new Details(record, null, e.getMessage());
        }
    }

    private static Study study(ProjectFile file, BuildingRecord record) {
        try {
            return new Study(record, RoofStudy.of(file, record, LocalDate.now()), null);
        } catch (Failure e) {
            return new Study(record, Optional.empty(), e.getMessage());
        }
    }

    private static Sky sky(ProjectFile file, BuildingRecord record) {
        try {
            return new Sky(record, RoofHorizon.of(file, record), null);
        } catch (Failure e) {
            return new Sky(record, Optional.empty(), e.getMessage());
        }
    }
}
