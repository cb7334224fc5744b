package fr.heliotoit.app;

import fr.heliotoit.render.MapPicture;
import fr.heliotoit.rules.Conventions;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;

/** The map of the commune as a picture. */
public final class PublishMap {
    private PublishMap() {}

    /** @param png written or replaced */
    public static void run(ProjectFile project, Conventions conventions, Path png) throws Failure {
        MapPicture.write(project.info(), project.records(), conventions, png);
    }
}
