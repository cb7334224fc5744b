package fr.heliotoit.rules;

import java.util.Optional;

/** What a data pack is about; the code is what files and commands say. Words are in the bundle {@code rules} under {@code kind.CODE}. */
public enum PackKind {
    /** Areas, shares, classes: {@link Conventions}. */
    CONVENTIONS("conventions"),
    /** Monthly climate of a place. */
    CLIMATE("climat"),
    /** Modules, inverter, losses, degradation. */
    SYSTEM("systeme"),
    /** Spread of what a yield depends on. */
    UNCERTAINTY("incertitudes"),
    /** Purchase tariffs and premiums of a quarter: {@link Tariffs}. */
    TARIFFS("tarifs"),
    /** Price of the electricity that is no longer bought. */
    PRICES("prix"),
    /** Investment, upkeep, taxes, calculation rates: {@link Costs}. */
    COSTS("couts"),
    /** Hourly consumption by use: {@link LoadProfiles}. */
    LOADS("profils"),
    /** Solar water heaters. */
    HOT_WATER("eau-chaude"),
    /** What the law asks for. */
    LAW("obligations"),
    /** Protections around monuments. */
    HERITAGE("patrimoine"),
    /** Weights of the ranking. */
    SCORE("notation");

    private final String code;

    PackKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PackKind> ofCode(String code) {
        for (PackKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
