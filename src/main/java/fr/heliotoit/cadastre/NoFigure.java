package fr.heliotoit.cadastre;

/** Why a building has no figure. */
public record NoFigure(Reason reason) implements Outcome {
    /** The reasons; words are in the bundle {@code cadastre} under {@code reason.CODE}. The code is the attribute {@code raison}. */
    public enum Reason {
        /** No computation has been run since the import. */
        NOT_COMPUTED("non_calcule"),
        /** It had a figure, and has changed since: another outline, or another surface model. */
        TO_RECOMPUTE("a_recalculer"),
        /** The raster or surface model does not reach the building. */
        OUTSIDE_DATA("hors_donnees"),
        /** The raster covers the building only in part: less than the share a figure needs. */
        PARTLY_COVERED("couverture_partielle"),
        /** The raster has no value under the building. */
        NO_DATA("sans_donnee"),
        /** The roof is smaller than the smallest plane of the conventions. */
        TOO_SMALL("trop_petit"),
        /** Steeper than the conventions allow. */
        TOO_STEEP("trop_raide"),
        /** No plane, or too little of the roof, gets the sun that the conventions ask for. */
        TOO_DARK("trop_peu_de_soleil"),
        /** Between the edges, ridges and obstacles no whole module finds room. */
        NO_MODULE("aucun_module"),
        /** The surface model shows bare ground: it is probably older than the building. */
        NO_ROOF_IN_MODEL("mns_sans_toit");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Reason ofCode(String code) {
            for (Reason reason : values()) {
                if (reason.code.equals(code)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }
}
