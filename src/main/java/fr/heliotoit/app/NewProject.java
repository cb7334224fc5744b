package fr.heliotoit.app;

import fr.heliotoit.cadastre.Commune;
import fr.heliotoit.cadastre.Communes;
import fr.heliotoit.cadastre.ProjectInfo;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.store.ProjectFile;
import fr.heliotoit.text.Failure;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Starts the project of a place: a French commune by its code or name, or another place with its coordinate system. */
public final class NewProject {
    /**
     * The official projected systems of overseas France (décret 2000-1276 as amended 2019: RGAF09, RGFG95, RGR92, RGM04, RGSPM06, RGNC91-93).
     * French Polynesia, Wallis-et-Futuna and the Terres australes span several zones: the user says which.
     */
    private static final Map<String, String> OVERSEAS = Map.of(
            "971", "EPSG:5490",
            "972", "EPSG:5490",
            "977", "EPSG:5490",
            "978", "EPSG:5490",
            "973", "EPSG:2972",
            "974", "EPSG:2975",
            "976", "EPSG:4471",
            "975", "EPSG:4467",
            "988", "EPSG:3163");

    private NewProject() {}

    /** The communes that {@link #inFrance} knows. */
    public static Communes communes() throws Failure {
        return Communes.load(Installation.data().resolve("communes"));
    }

    /**
     * @param codeOrName INSEE code, or a name that only one commune bears
     * @param crs null for the official system of that part of France
     * @throws Failure when the commune is not known, with those that resemble it, or the system does not measure true metres in France
     */
    public static ProjectInfo inFrance(String codeOrName, @Nullable String crs) throws Failure {
        Commune commune = communes().find(codeOrName);
        String system = crs != null ? crs : officialCrs(commune);
        if (system == null) {
            throw Failure.of("app.new.crs.missing", commune.name());
        }
        Crs suitable = suitable(system);
        String code = commune.inseeCode();
        if (code != null && Communes.departmentCode(code).length() == 2) {
            Coordinate middle = Crs.WGS84.transform(2.5, 46.5, suitable);
            suitable.requireTrueScale(middle.x, middle.y);
        }
        return new ProjectInfo(commune, suitable, false);
    }

    /** @throws Failure when the name is empty or the system does not suit */
    public static ProjectInfo elsewhere(String name, String crs) throws Failure {
        if (name.isBlank()) {
            throw Failure.of("app.new.name.blank");
        }
        return new ProjectInfo(new Commune(null, name.strip(), null, null), suitable(crs), false);
    }

    /** Code of the official projected system where the commune lies; null where several zones are in use. */
    public static @Nullable String officialCrs(Commune commune) {
        String code = commune.inseeCode();
        if (code == null) {
            return null;
        }
        String department = Communes.departmentCode(code);
        return department.length() == 3 ? OVERSEAS.get(department) : Crs.LAMBERT_93.code();
    }

    /** Makes the file. */
    public static ProjectFile run(Path file, ProjectInfo info) throws Failure {
        suitable(info.crs().code());
        return ProjectFile.create(file, info);
    }

    /** Areas are computed from coordinates, so they must be metres. */
    private static Crs suitable(String code) throws Failure {
        Crs crs = Crs.of(code);
        if (!crs.inMetres()) {
            throw Failure.of("app.new.crs.metres", crs.code());
        }
        return crs;
    }
}
