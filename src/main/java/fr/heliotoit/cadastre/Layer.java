package fr.heliotoit.cadastre;

import java.util.Optional;

/** What a project holds besides buildings; the code is the name of the table in the project file and of {@code --as}. */
public enum Layer {
    /** The commune's boundary. */
    OUTLINE("commune"),
    /** Roof planes that a supplier has drawn, with tilt and azimuth. */
    PLANES("pans_fournis"),
    ADDRESSES("adresses"),
    PARCELS("parcelles"),
    /** Monuments and their surroundings (AC1), UNESCO sites, PDA, SPR. */
    PROTECTIONS("protections"),
    /** Solar systems that exist already. */
    INSTALLATIONS("installations"),
    CAR_PARKS("parkings"),
    /** What belongs to the commune: the ids of parcels and buildings of its lists, without places. */
    OWNERSHIP("proprietes");

    private final String code;

    Layer(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether its features have places; the others are lists. */
    public boolean placed() {
        return this != OWNERSHIP;
    }

    public static Optional<Layer> ofCode(String code) {
        for (Layer layer : values()) {
            if (layer.code.equals(code)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }
}
