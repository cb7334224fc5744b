package fr.heliotoit.app;

import fr.heliotoit.cadastre.Finding;
import fr.heliotoit.geo.AreaOfUse;
import fr.heliotoit.geo.Crs;
import fr.heliotoit.io.VectorFeature;
import fr.heliotoit.io.VectorSource;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which system the coordinates of a vector file are in: the one given, else the one the file names. Never guessed: when there is none, or
 * the coordinates cannot be in it, the user is asked, with the systems that would fit.
 */
record CrsChoice(Crs project, @Nullable Crs given) {
    /** How many features to look at. */
    static final int SAMPLE = 500;

    /**
     * @param start the first features of the source
     * @throws Failure when the user must say which system it is
     */
    Crs of(Path file, VectorSource source, List<VectorFeature> start, List<Finding> findings) throws Failure {
        Optional<Crs> named = source.crs();
        List<Coordinate> sample = new ArrayList<>();
        for (VectorFeature f : start) {
            if (f.geometry() != null && !f.geometry().isEmpty()) {
                sample.add(f.geometry().getEnvelopeInternal().centre());
            }
        }
        Crs crs = given == null ? named.orElse(null) : given;
        if (crs == null) {
            String fitting = proposals(sample);
            if (!fitting.isEmpty()) {
                throw Failure.of("app.import.crsMissing", file.getFileName(), fitting, first(fitting));
            }
            refuseSwapped(file, null, sample);
            throw Failure.of(sample.isEmpty() ? "app.import.noPlace" : "app.import.crsMissingNone", file.getFileName());
        }
        if (given != null && named.isPresent() && !given.equals(named.get())) {
            findings.add(Finding.warning(
                    "CRS_OVERRIDDEN",
                    null,
                    Message.of(
                            "app.import.crsOverridden",
                            source.layer(),
                            named.get().code(),
                            given.code())));
        }
        AreaOfUse area = AreaOfUse.of(crs);
        AreaOfUse target = AreaOfUse.of(project);
        if (!sample.isEmpty() && sample.stream().noneMatch(c -> area.plausible(c.x, c.y, target))) {
            String fitting = proposals(sample);
            if (fitting.isEmpty()) {
                refuseSwapped(file, crs, sample);
            }
            throw implausible(file, crs, fitting);
        }
        return crs;
    }

    /** Says so when the coordinates fit the other way round, first in the system that the file names. */
    private void refuseSwapped(Path file, @Nullable Crs said, List<Coordinate> sample) throws Failure {
        if (sample.isEmpty()) {
            return;
        }
        Coordinate middle = sample.get(sample.size() / 2);
        List<Crs> fitting = AreaOfUse.candidates(middle.y, middle.x, project);
        if (said != null && fitting.contains(said)) {
            throw Failure.of("app.import.axesSwapped", file.getFileName(), said.code());
        }
        if (!fitting.isEmpty()) {
            throw Failure.of(
                    "app.import.axesSwappedIn",
                    file.getFileName(),
                    fitting.getFirst().code());
        }
    }

    private static String first(String fitting) {
        return fitting.split(",", 2)[0];
    }

    /** The refusal of coordinates that cannot be in a system, with those that would fit. */
    static Failure implausible(Path file, Crs crs, String fitting) {
        return fitting.isEmpty()
                ? Failure.of("app.import.crsImplausibleNone", file.getFileName(), crs.code())
                : Failure.of("app.import.crsImplausible", file.getFileName(), crs.code(), fitting, first(fitting));
    }

    private String proposals(List<Coordinate> sample) throws Failure {
        // The middle one, so that a stray first feature does not decide.
        return sample.isEmpty() ? "" : proposals(sample.get(sample.size() / 2), project);
    }

    /** The systems that would fit, for example {@code EPSG:2154, EPSG:3857}; empty when none does. */
    static String proposals(Coordinate place, Crs project) throws Failure {
        List<Crs> fitting = AreaOfUse.candidates(place.x, place.y, project);
        return fitting.isEmpty() ? "" : fitting.stream().limit(4).map(Crs::code).collect(Collectors.joining(", "));
    }
}
