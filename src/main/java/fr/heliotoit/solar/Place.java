package fr.heliotoit.solar;

/**
 * A place on Earth.
 *
 * @param latitudeDeg north positive, −90 … 90 [°]
 * @param longitudeDeg east positive, −180 … 180 [°]
 * @param altitudeM above sea level, −500 … 9000 [m]
 */
public record Place(double latitudeDeg, double longitudeDeg, double altitudeM) {
    public Place {
        if (!(Math.abs(latitudeDeg) <= 90 && Math.abs(longitudeDeg) <= 180)) {
            throw new IllegalArgumentException("place at " + latitudeDeg + ", " + longitudeDeg);
        }
        if (!(altitudeM >= -500 && altitudeM <= 9000)) {
            throw new IllegalArgumentException("altitude " + altitudeM);
        }
    }

    /**
     * Mean air pressure at this altitude [Pa]: the standard atmosphere up to 11 km, in the form of Portland State Aerospace Society,
     * "A Quick Derivation relating altitude to air pressure" (2004), eq. 9.
     */
    public double pressurePa() {
        return 100 * Math.pow((44331.514 - altitudeM) / 11880.516, 1 / 0.1902632);
    }
}
