package fr.heliotoit.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public building or a car park in the register of obligations.
 *
 * @param id of the building or car park
 * @param name when known
 * @param carPark whether it is a car park
 * @param areaM2 what the law measures: footprint, or ground
 * @param duties what it must do, most certain and earliest first; empty when nothing
 * @param marginM2 area above the threshold of the first duty, or below the lowest threshold (negative) [m²]
 * @param status where it stands
 * @param arguments for an exemption that are known to be worth a look
 * @param canopyKWp power of canopies over the share that the law asks for; null for a building or without weather
 * @param canopyKWh their production with its interval
 */
public record ObligationEntry(
        String id,
        @Nullable String name,
        boolean carPark,
        double areaM2,
        List<Duties.Duty> duties,
        double marginM2,
        Status status,
        List<Argument> arguments,
        @Nullable Double canopyKWp,
        @Nullable Interval canopyKWh) {
    /** Where an obligation stands; words are in the bundle {@code rules} under {@code obligation.status.CODE}. */
    public enum Status {
        NONE("aucune"),
        DUE("a_venir"),
        OVERDUE("echue"),
        EQUIPPED("equipe"),
        TO_CHECK("a_verifier");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Grounds for an exemption; words are in the bundle {@code rules} under {@code obligation.argument.CODE}. */
    public enum Argument {
        HERITAGE("patrimoine"),
        TREES("arbres"),
        LITTLE_SUN("ensoleillement"),
        COST("cout");

        private final String code;

        Argument(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public ObligationEntry {
        duties = List.copyOf(duties);
        arguments = List.copyOf(arguments);
    }

    /**
     * The duties of a register, each once and as certain as it is for any of the entries: where the use leaves a doubt, the entry's status
     * says so.
     */
    public static List<Duties.Duty> duties(List<ObligationEntry> entries) {
        Map<String, Duties.Duty> duties = new LinkedHashMap<>();
        entries.stream()
                .flatMap(e -> e.duties().stream())
                .forEach(duty -> duties.merge(duty.id(), duty, (one, two) -> one.verified() ? one : two));
        return List.copyOf(duties.values());
    }

    public Optional<Duties.Duty> first() {
        return duties.stream().findFirst();
    }
}
