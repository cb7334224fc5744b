package fr.heliotoit.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Formats;
import fr.heliotoit.text.Message;
import fr.heliotoit.text.Texts;
import java.time.LocalDate;
import java.util.List;

/**
 * The energy conventions, read from a dated data pack ({@code data/packs/conventions-*.json}); every value there has its unit and source.
 */
public record Conventions(
        String name,
        String validFrom,
        Value modulePowerDensity,
        Value performanceRatio,
        Value usableSharePitched,
        Value usableShareFlat,
        Value usableShareFootprint,
        Value flatBelow,
        Value excludedAbove,
        Value smallestRoof,
        Value smallestSite,
        Value leastPlaneIrradiation,
        Modules modules,
        Value householdConsumption,
        List<Value> classThresholds,
        List<ClassName> classNames) {

    /**
     * @param value in {@code unit}
     * @param source where it comes from, to be printed
     */
    public record Value(double value, String unit, String source) {}

    /**
     * Modules and how they are laid.
     *
     * @param width short side [m]
     * @param length long side [m]
     * @param power of one module under standard test conditions [Wc]
     * @param gap between two modules [m]
     * @param edgeSetback from eaves and verges [m]
     * @param ridgeSetback from ridges, hips and valleys [m]
     * @param obstacleSetback from chimneys, dormers and plant [m]
     * @param flatEdgeSetback from the edge of a flat roof [m]
     * @param flatRows 1 for rows facing south, 2 for pairs facing east and west
     * @param southRowTilt of modules in rows facing south [°]
     * @param eastWestRowTilt of modules in pairs of rows [°]
     * @param eastWestAisle between two pairs of rows [m]
     * @param leastIrradiationShare of the irradiation of the plane's best cell, below which a cell carries no module, 0–1
     */
    public record Modules(
            Value width,
            Value length,
            Value power,
            Value gap,
            Value edgeSetback,
            Value ridgeSetback,
            Value obstacleSetback,
            Value flatEdgeSetback,
            Value flatRows,
            Value southRowTilt,
            Value eastWestRowTilt,
            Value eastWestAisle,
            Value leastIrradiationShare) {
        public Modules {
            if (!(width.value > 0 && length.value >= width.value && power.value > 0)) {
                throw new IllegalArgumentException(
                        "module " + width.value + " × " + length.value + " m, " + power.value);
            }
            if (flatRows.value != 1 && flatRows.value != 2) {
                throw new IllegalArgumentException("flatRows " + flatRows.value);
            }
            if (!(leastIrradiationShare.value >= 0 && leastIrradiationShare.value <= 1)) {
                throw new IllegalArgumentException("leastIrradiationShare " + leastIrradiationShare.value);
            }
        }

        public double moduleAreaM2() {
            return width.value * length.value;
        }
    }

    /** Words for a class. */
    public record ClassName(String fr, String en) {}

    public Conventions {
        classThresholds = List.copyOf(classThresholds);
        classNames = List.copyOf(classNames);
        if (classNames.size() != classThresholds.size() + 1) {
            throw new IllegalArgumentException(
                    classNames.size() + " class names for " + classThresholds.size() + " thresholds");
        }
        for (int i = 1; i < classThresholds.size(); i++) {
            if (!(classThresholds.get(i).value() > classThresholds.get(i - 1).value())) {
                throw new IllegalArgumentException("class thresholds do not rise");
            }
        }
    }

    /**
     * Of a pack of the kind {@link PackKind#CONVENTIONS}.
     *
     * @throws Failure when a value is missing or impossible
     */
    public static Conventions of(DataPack pack) throws Failure {
        try {
            // What every pack has (format, kind, end of validity) is not a convention.
            return new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .treeToValue(pack.tables(), Conventions.class);
        } catch (JsonProcessingException e) {
            throw new Failure(
                    Message.of(
                            "rules.pack.unreadable",
                            pack.file(),
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    e);
        }
    }

    /** Name and date, as other packs are cited: stands under every figure and map of these conventions. */
    public String citation() {
        Texts texts = Texts.current();
        return texts.text(
                "rules.cite.pack", name, texts.text("rules.cite.since", Formats.date(LocalDate.parse(validFrom))));
    }

    public int classes() {
        return classNames.size();
    }

    /** Class of a yearly irradiation, 1 (worst) … {@link #classes()}. */
    public int classOf(double irradiationKWhM2) {
        int c = 1;
        for (Value threshold : classThresholds) {
            if (irradiationKWhM2 >= threshold.value()) {
                c++;
            }
        }
        return c;
    }
}
