package fr.heliotoit.solar;

import fr.heliotoit.geo.Raster;
import fr.heliotoit.kernel.Horizons;

/**
 * The horizon seen from one point, for an hourly run there; between its azimuths the tangent of the elevation is a straight line.
 * Immutable.
 */
public final class HorizonProfile {
    /** Nothing above the level horizon. */
    public static final HorizonProfile OPEN = new HorizonProfile(new double[360]);

    /** Height of the bright ring above the horizon, as in {@code kernel.SkyView} [°]. */
    private static final double RING_DEG = 6.5;

    private final double[] tangents;

    /** @param tangents of the horizon's elevation, not negative, at equal steps clockwise from north; at least 4 */
    public HorizonProfile(double[] tangents) {
        if (tangents.length < 4) {
            throw new IllegalArgumentException(tangents.length + " azimuths");
        }
        for (double tangent : tangents) {
            if (!(tangent >= 0)) {
                throw new IllegalArgumentException("tangent " + tangent);
            }
        }
        this.tangents = tangents.clone();
    }

    /**
     * The horizons of cells of a surface model, seen from the surface.
     *
     * @param cells places in the raster, row · columns + column
     * @param azimuths how many; north is grid north
     * @param reach how far rays go [cells]
     */
    public static HorizonProfile[] of(Raster surface, int[] cells, int azimuths, int reach) {
        int columns = surface.grid().columns();
        Horizons.Sweep sweep = new Horizons.Sweep(
                surface.values(),
                columns,
                surface.grid().cellWidth(),
                surface.grid().cellHeight(),
                reach);
        double[][] tangents = new double[cells.length][azimuths];
        for (int azimuth = 0; azimuth < azimuths; azimuth++) {
            sweep.run(2 * Math.PI * azimuth / azimuths);
            for (int i = 0; i < cells.length; i++) {
                tangents[i][azimuth] = Math.max(0, sweep.tangent(cells[i] % columns, cells[i] / columns));
            }
        }
        HorizonProfile[] profiles = new HorizonProfile[cells.length];
        for (int i = 0; i < cells.length; i++) {
            profiles[i] = new HorizonProfile(tangents[i]);
        }
        return profiles;
    }

    /** Tangent of the horizon's elevation. */
    public double tangent(double azimuthDeg) {
        double position = GeocentricSun.wrap360(azimuthDeg) / 360 * tangents.length;
        int before = (int) position % tangents.length;
        double share = position - Math.floor(position);
        return tangents[before] * (1 - share) + tangents[(before + 1) % tangents.length] * share;
    }

    /** Whether the centre of the sun stands above the horizon. */
    public boolean sees(SolarPosition sun) {
        double elevation = Math.toRadians(90 - sun.apparentZenithDeg());
        return elevation > 0 && Math.tan(elevation) > tangent(sun.azimuthDeg());
    }

    /**
     * Light of an even sky on a plane, as a share of what an open horizontal plane gets; (1 + cos tilt)/2 for {@link #OPEN}. The integral of
     * {@code kernel.SkyView}.
     */
    public double sky(double surfaceTiltDeg, double surfaceAzimuthDeg) {
        double tilt = Math.toRadians(surfaceTiltDeg);
        int steps = Math.max(360, tangents.length);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double azimuth = 360.0 * i / steps;
            double towards = Math.sin(tilt) * Math.cos(Math.toRadians(azimuth - surfaceAzimuthDeg));
            double own = -towards / Math.max(1e-9, Math.cos(tilt));
            double h = Math.atan(Math.max(tangent(azimuth), own));
            double slice = (Math.PI / 2 - h - Math.sin(h) * Math.cos(h)) / 2;
            sum += towards * slice + Math.cos(tilt) * Math.cos(h) * Math.cos(h) / 2;
        }
        return sum * 2 / steps;
    }

    /** Light of the ring above the horizon on a plane, as a share of what an open vertical plane gets; sin tilt for {@link #OPEN}. */
    public double ring(double surfaceTiltDeg, double surfaceAzimuthDeg) {
        double tilt = Math.toRadians(surfaceTiltDeg);
        int steps = Math.max(360, tangents.length);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double azimuth = 360.0 * i / steps;
            double towards = Math.sin(tilt) * Math.cos(Math.toRadians(azimuth - surfaceAzimuthDeg));
            double sine = Math.sin(Math.atan(tangent(azimuth)));
            sum += Math.max(0, towards) * Math.max(0, 1 - sine / Math.sin(Math.toRadians(RING_DEG)));
        }
        return sum * Math.PI / steps;
    }
}
