package fr.heliotoit.cadastre;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a building that query, table, exports and files share: one name (French, no accents), one unit, one way to get the
 * value. Words for people are in the bundle {@code cadastre} under {@code attribute.NAME}.
 */
public enum Attribute {
    ID("", Type.TEXT, 0, r -> r.building().id()),
    NOM("", Type.TEXT, 0, r -> r.building().name()),
    ADRESSE("", Type.TEXT, 0, r -> r.building().address()),
    PARCELLE("", Type.TEXT, 0, r -> r.building().parcel()),
    USAGE("", Type.TEXT, 0, r -> r.building().usage().code()),
    PUBLIC("", Type.FLAG, 0, r -> r.building().publicOwner()),
    /** Area of the footprint. */
    EMPRISE("m²", Type.NUMBER, 0, r -> r.building().footprintM2()),
    HAUTEUR("m", Type.NUMBER, 1, r -> r.building().heightM()),
    /** True area of the roof. */
    TOITURE("m²", Type.NUMBER, 0, r -> of(r, SolarPotential::roofAreaM2)),
    /** Usable area for modules. */
    SURFACE("m²", Type.NUMBER, 0, r -> of(r, SolarPotential::usableAreaM2)),
    INCLINAISON("°", Type.NUMBER, 0, r -> of(r, SolarPotential::tiltDeg)),
    ORIENTATION("°", Type.NUMBER, 0, r -> of(r, SolarPotential::azimuthDeg)),
    IRRADIATION("kWh/m²/an", Type.NUMBER, 0, r -> of(r, SolarPotential::irradiationKWhM2)),
    PUISSANCE("kWc", Type.NUMBER, 1, r -> of(r, SolarPotential::peakPowerKWp)),
    PRODUCTION("kWh/an", Type.NUMBER, 0, r -> of(r, SolarPotential::yearlyYieldKWh)),
    PRODUCTIBLE("kWh/kWc/an", Type.NUMBER, 0, r -> of(r, SolarPotential::specificYieldKWhPerKWp)),
    CLASSE("", Type.INTEGER, 0, r -> r.outcome() instanceof SolarPotential p ? p.suitabilityClass() : null),
    RAISON("", Type.TEXT, 0, r -> r.outcome() instanceof NoFigure n ? n.reason().code() : null),
    METHODE(
            "",
            Type.TEXT,
            0,
            r -> r.outcome() instanceof SolarPotential p ? p.method().code() : null),
    MILLESIME("", Type.TEXT, 0, BuildingRecord::vintage),
    /** The production of January to December, as the hours of the weather year give it. */
    PRODUCTION_01("kWh", Type.NUMBER, 0, month(1)),
    PRODUCTION_02("kWh", Type.NUMBER, 0, month(2)),
    PRODUCTION_03("kWh", Type.NUMBER, 0, month(3)),
    PRODUCTION_04("kWh", Type.NUMBER, 0, month(4)),
    PRODUCTION_05("kWh", Type.NUMBER, 0, month(5)),
    PRODUCTION_06("kWh", Type.NUMBER, 0, month(6)),
    PRODUCTION_07("kWh", Type.NUMBER, 0, month(7)),
    PRODUCTION_08("kWh", Type.NUMBER, 0, month(8)),
    PRODUCTION_09("kWh", Type.NUMBER, 0, month(9)),
    PRODUCTION_10("kWh", Type.NUMBER, 0, month(10)),
    PRODUCTION_11("kWh", Type.NUMBER, 0, month(11)),
    PRODUCTION_12("kWh", Type.NUMBER, 0, month(12)),
    /** Low and high end of the production's interval of 80 %. */
    PRODUCTION_MIN("kWh/an", Type.NUMBER, 0),
    PRODUCTION_MAX("kWh/an", Type.NUMBER, 0),
    /** Which load profile was taken. */
    PROFIL("", Type.TEXT, 0),
    CONSOMMATION("kWh/an", Type.NUMBER, 0),
    AUTOCONSOMMATION("%", Type.NUMBER, 0),
    AUTOPRODUCTION("%", Type.NUMBER, 0),
    /** How the electricity is sold. */
    VENTE("", Type.TEXT, 0),
    INVESTISSEMENT("€", Type.NUMBER, 0),
    /** Payback. */
    RETOUR("ans", Type.NUMBER, 1),
    /** Net present value. */
    VAN("€", Type.NUMBER, 0),
    /** Internal rate of return. */
    TRI("%", Type.NUMBER, 1),
    /** Levelised cost. */
    COUT("€/kWh", Type.NUMBER, 3),
    /** The obligation that falls due first. */
    OBLIGATION("", Type.TEXT, 0),
    ECHEANCE("", Type.TEXT, 0),
    /** Nearest protection, and how far it is. */
    PROTECTION("", Type.TEXT, 0),
    DISTANCE("m", Type.NUMBER, 0),
    COVISIBILITE("", Type.TEXT, 0),
    /** Score and place in the ranking of municipal roofs. */
    NOTE("/100", Type.NUMBER, 0),
    RANG("", Type.INTEGER, 0),
    /** Why that score: the points of each criterion. */
    MOTIFS("", Type.TEXT, 0),
    /** Whether a solar system is known there. */
    EQUIPEMENT("", Type.TEXT, 0),
    MESURE("kWh/an", Type.NUMBER, 0),
    /** The estimate times measured over estimated of the systems that both are known of. */
    PRODUCTION_RECALEE("kWh/an", Type.NUMBER, 0);

    /** The production of each month, January first. */
    public static final List<Attribute> MONTHS = List.copyOf(EnumSet.range(PRODUCTION_01, PRODUCTION_12));

    /** What the value is: {@code String}, {@code Boolean}, {@code Double} or {@code Integer}. */
    public enum Type {
        TEXT,
        FLAG,
        NUMBER,
        INTEGER
    }

    private final String unit;
    private final Type type;
    private final int decimals;
    private final boolean evaluated;
    private final Function<BuildingRecord, @Nullable Object> getter;

    Attribute(String unit, Type type, int decimals, Function<BuildingRecord, @Nullable Object> getter) {
        this.unit = unit;
        this.type = type;
        this.decimals = decimals;
        this.getter = getter;
        this.evaluated = false;
    }

    /** An attribute that an evaluation gives: money, law, heritage, ranking. */
    Attribute(String unit, Type type, int decimals) {
        this.unit = unit;
        this.type = type;
        this.decimals = decimals;
        this.getter = r -> r.evaluation().get(this);
        this.evaluated = true;
    }

    /** Whether the value comes from an evaluation ({@link BuildingRecord#evaluation}) and not from data or computation. */
    public boolean evaluated() {
        return evaluated;
    }

    /** Whether a computation of the potential gives it by the energy conventions. */
    public boolean computed() {
        return this == SURFACE
                || this == PUISSANCE
                || this == PRODUCTION
                || this == PRODUCTIBLE
                || this == CLASSE
                || MONTHS.contains(this);
    }

    /** The name in queries, headers and files, such as {@code emprise}. */
    public String attributeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Unit in French notation; empty for words and counts. */
    public String unit() {
        return unit;
    }

    public Type type() {
        return type;
    }

    /** Decimals that make sense on screen and paper. */
    public int decimals() {
        return decimals;
    }

    /** The value for a building; null when there is none (NaN counts as none). */
    public @Nullable Object valueOf(BuildingRecord building) {
        Object value = getter.apply(building);
        return value instanceof Double d && d.isNaN() ? null : value;
    }

    public static Optional<Attribute> named(String name) {
        for (Attribute attribute : values()) {
            if (attribute.attributeName().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** @param month 1–12 */
    private static Function<BuildingRecord, @Nullable Object> month(int month) {
        return r ->
                r.outcome() instanceof SolarPotential p && !p.monthlyYieldKWh().isEmpty()
                        ? p.monthlyYieldKWh().get(month - 1)
                        : null;
    }

    private static @Nullable Object of(BuildingRecord building, Function<SolarPotential, Double> getter) {
        return building.outcome() instanceof SolarPotential potential ? getter.apply(potential) : null;
    }
}
