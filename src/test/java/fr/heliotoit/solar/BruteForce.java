package fr.heliotoit.solar;

import java.util.ArrayList;
import java.util.List;

/**
 * The irradiation of a cell hour by hour and direction by direction in double precision: a ray march over the bilinear surface in 720
 * directions, each sun position of each hour, the even sky in steps of half a degree. Shares no code with the kernels.
 *
 * <p>A ray is sampled wherever it goes from one bilinear patch to the next, and halfway through each patch.
 */
final class BruteForce {
    static final int DIRECTIONS = 720;
    private static final int PARTS = 12;

    /** A sun position: month, unit vector towards it, its azimuth and elevation [rad], beam and circumsolar energy [kWh/m²]. */
    private record Sun(int month, double[] s, double azimuth, double elevation, double beam, double circumsolar) {}

    private final List<Sun> suns = new ArrayList<>();
    private final double[] even = new double[12];
    private final double[] ring = new double[12];
    private final double[] ground = new double[12];

    BruteForce(WeatherYear weather, double convergenceDeg, double albedo) {
        for (int hour = 0; hour < weather.hours(); hour++) {
            int month = weather.month(hour) - 1;
            ground[month] += albedo * weather.ghi(hour) / 1000;
            List<SolarPosition> up = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                SolarPosition p = SolarPosition.at(weather.midEpochSecond(hour, part, PARTS), weather.place());
                if (p.apparentZenithDeg() < 90) {
                    up.add(p);
                }
            }
            for (SolarPosition p : up) {
                double dni = weather.dni(hour) * PARTS / up.size();
                double dhi = weather.dhi(hour) * PARTS / up.size();
                PerezSky sky =
                        PerezSky.of(dhi, dni, Irradiance.extraterrestrialNormal(p.distanceAu()), p.apparentZenithDeg());
                double azimuth = Math.toRadians(p.azimuthDeg() - convergenceDeg);
                double elevation = Math.toRadians(90 - p.apparentZenithDeg());
                double[] s = {
                    Math.cos(elevation) * Math.sin(azimuth),
                    Math.cos(elevation) * Math.cos(azimuth),
                    Math.sin(elevation)
                };
                double k = 1e-3 / PARTS;
                suns.add(new Sun(month, s, azimuth, elevation, dni * k, sky.circumsolarNormal() * k));
                even[month] += dhi * (1 - sky.f1()) * k;
                ring[month] += dhi * sky.f2() * k;
            }
            if (up.isEmpty()) {
                even[month] += weather.dhi(hour) / 1000;
            }
        }
    }

    /** Tangents of the horizon's elevation in steps of half a degree from north, clockwise. */
    static double[] horizon(Town town, int column, int row) {
        double[] tangents = new double[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            tangents[d] = tangent(town, column, row, 2 * Math.PI * d / DIRECTIONS);
        }
        return tangents;
    }

    static double tangent(Town town, int column, int row, double azimuth) {
        double dx = Math.sin(azimuth);
        double dy = -Math.cos(azimuth);
        double best = 0;
        double at = 0;
        while (true) {
            double next = next(at, dx, dy);
            double middle = at == 0 ? best : tangent(town, column, row, dx, dy, (at + next) / 2);
            double crossing = tangent(town, column, row, dx, dy, next);
            if (next > town.size * 1.5 || Double.isNaN(crossing)) {
                return best;
            }
            best = Math.max(best, Math.max(middle, crossing));
            at = next;
        }
    }

    /** Distance at which a ray meets the next line of centres [cells]. */
    private static double next(double at, double dx, double dy) {
        double columns = (Math.floor(at * Math.abs(dx) + 1e-6) + 1) / Math.abs(dx);
        double rows = (Math.floor(at * Math.abs(dy) + 1e-6) + 1) / Math.abs(dy);
        return Math.min(columns, rows);
    }

    /** A march in even steps, from one cell on. */
    static double march(Town town, int column, int row, double azimuth, double stepCells) {
        double best = 0;
        for (double at = 1; at < town.size * 1.5; at += stepCells) {
            double tangent = tangent(town, column, row, Math.sin(azimuth), -Math.cos(azimuth), at);
            if (Double.isNaN(tangent)) {
                break;
            }
            best = Math.max(best, tangent);
        }
        return best;
    }

    /** Of the surface at a distance [cells]; NaN outside. */
    private static double tangent(Town town, int column, int row, double dx, double dy, double at) {
        double x = column + dx * at;
        double y = row + dy * at;
        int c = (int) Math.floor(x + 1e-9);
        int r = (int) Math.floor(y + 1e-9);
        double fx = Math.max(0, x - c);
        double fy = Math.max(0, y - r);
        int c1 = fx < 1e-6 ? c : c + 1;
        int r1 = fy < 1e-6 ? r : r + 1;
        if (c < 0 || r < 0 || c1 >= town.size || r1 >= town.size) {
            return Double.NaN;
        }
        double upper = town.z[r * town.size + c] * (1 - fx) + town.z[r * town.size + c1] * fx;
        double lower = town.z[r1 * town.size + c] * (1 - fx) + town.z[r1 * town.size + c1] * fx;
        return (upper * (1 - fy) + lower * fy - town.z[row * town.size + column]) / (at * town.cell);
    }

    /** Twelve months of global irradiation, then the year's direct [kWh/m²]. */
    double[] irradiation(double[] horizon, double east, double north) {
        double length = Math.sqrt(1 + east * east + north * north);
        double[] n = {-east / length, -north / length, 1 / length};
        double sky = 0;
        double band = 0;
        double dAzimuth = 2 * Math.PI / DIRECTIONS;
        for (int d = 0; d < DIRECTIONS; d++) {
            double u = n[0] * Math.sin(d * dAzimuth) + n[1] * Math.cos(d * dAzimuth);
            double h = Math.atan(horizon[d]);
            for (double e = 0.25; e < 90; e += 0.5) {
                double elevation = Math.toRadians(e);
                if (elevation > h) {
                    double cosine = u * Math.cos(elevation) + n[2] * Math.sin(elevation);
                    sky += Math.max(0, cosine) * Math.cos(elevation) * Math.toRadians(0.5) * dAzimuth / Math.PI;
                }
            }
            band += dAzimuth / 2 * Math.max(0, u) * Math.max(0, 1 - Math.sin(h) / Math.sin(Math.toRadians(6.5)));
        }
        double[] sums = new double[13];
        for (Sun sun : suns) {
            double cosine = n[0] * sun.s[0] + n[1] * sun.s[1] + n[2] * sun.s[2];
            double place = (sun.azimuth / dAzimuth % DIRECTIONS + DIRECTIONS) % DIRECTIONS;
            int d = (int) place;
            double f = place - d;
            double tangent = horizon[d] * (1 - f) + horizon[(d + 1) % DIRECTIONS] * f;
            if (cosine > 0 && Math.tan(sun.elevation) > tangent) {
                sums[sun.month] += cosine * (sun.beam + sun.circumsolar);
                sums[12] += cosine * sun.beam;
            }
        }
        for (int month = 0; month < 12; month++) {
            sums[month] += even[month] * sky + ring[month] * band + ground[month] * (1 - n[2]) / 2;
        }
        return sums;
    }
}
