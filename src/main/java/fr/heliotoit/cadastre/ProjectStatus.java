package fr.heliotoit.cadastre;

/** How far a solar project on a building has come; words are in the bundle {@code cadastre} under {@code status.CODE}. */
public enum ProjectStatus {
    NONE("aucun"),
    IDEA("idee"),
    VISIT("visite"),
    STRUCTURE("structure"),
    CONNECTION("raccordement"),
    COUNCIL("deliberation"),
    IN_SERVICE("en_service");

    private final String code;

    ProjectStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a code that is none */
    public static ProjectStatus ofCode(String code) {
        for (ProjectStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
