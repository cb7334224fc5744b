package fr.heliotoit.cadastre;

import fr.heliotoit.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something odd in a file: counted by code, shown, exported; the batch goes on.
 *
 * @param severity what happened to the feature
 * @param code short and stable, for example {@code GEOM_INVALID}
 * @param featureId the feature meant; null when it is about the whole file
 * @param x place, NaN when unknown [project CRS]
 * @param y place, NaN when unknown [project CRS]
 * @param message what it is and what was done, in one sentence
 */
public record Finding(
        Severity severity, String code, @Nullable String featureId, double x, double y, Message message) {
    public enum Severity {
        /** Told, nothing changed. */
        INFO,
        /** Kept, perhaps repaired. */
        WARNING,
        /** The feature was refused. */
        REFUSED
    }

    public static Finding refused(String code, String featureId, Message message) {
        return new Finding(Severity.REFUSED, code, featureId, Double.NaN, Double.NaN, message);
    }

    public static Finding warning(String code, @Nullable String featureId, Message message) {
        return new Finding(Severity.WARNING, code, featureId, Double.NaN, Double.NaN, message);
    }
}
