package fr.heliotoit.ui;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.text.Failure;
import fr.heliotoit.ui.map.MapComposer;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.RecentProjects;
import fr.heliotoit.ui.model.UsageLog;
import fr.heliotoit.ui.model.UserSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the window needs from outside.
 *
 * @param conventions the energy conventions in force
 * @param query how an expression picks buildings
 * @param communes the communes that a project can be about
 * @param files asks for files
 * @param viewer opens a file in the program that the system has for it
 * @param recent projects opened lately
 * @param settings what the window remembers
 * @param usage counts what is done
 * @param baseMaps makes the background map
 * @param demoFolder where the example is put when it is tried
 */
public record Services(
        Conventions conventions,
        ProjectModel.Query query,
        Communes communes,
        FilePicker files,
        Consumer<Path> viewer,
        RecentProjects recent,
        UserSettings settings,
        UsageLog usage,
        MapComposer.BaseMaps baseMaps,
        Path demoFolder) {
    /** Read when first asked for. */
    @FunctionalInterface
    public interface Communes {
        List<Commune> get() throws Failure;
    }
}
