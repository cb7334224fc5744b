package fr.heliotoit.cadastre;

/** What a building is used for: the few groups that staff filter by. The code is the value of the attribute {@code usage}. */
public enum Usage {
    RESIDENTIAL("residentiel"),
    PUBLIC("public"),
    COMMERCIAL("commercial"),
    INDUSTRIAL("industriel"),
    AGRICULTURAL("agricole"),
    RELIGIOUS("religieux"),
    SPORT("sportif"),
    ANNEX("annexe"),
    UNKNOWN("inconnu");

    private final String code;

    Usage(String code) {
        this.code = code;
    }

    /** French, without accents, as written in files and queries. */
    public String code() {
        return code;
    }

    public static Usage ofCode(String code) {
        for (Usage usage : values()) {
            if (usage.code.equals(code)) {
                return usage;
            }
        }
        return UNKNOWN;
    }
}
