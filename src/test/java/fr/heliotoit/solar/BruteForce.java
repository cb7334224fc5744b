package fr.heliotoit.solar;

import java.util.ArrayList;
import java.util.List;

/**
 * The irradiation of a cell hour by hour and direction by direction in double precision: a ray march over the bilinear surface in 720
 * directions, each sun position of each hour, the even sky in steps of half a degree. Shares no code with the kernels.
 */
final class BruteForce {
    static final int DIRECTIONS = 720;
    private static final int PARTS = 12;

    /** A sun position: month, unit vector towards it, its azimuth and elevation [rad], beam and circumsolar energy [kWh/m²]. */
    private record Sun(int month, double[] s, double azimuth, double elevation, double beam, double circumsolar) {}

    private final Town town;
    private final double reachM;
    private final List<Sun> suns = new ArrayList<>();
    private final double[] even = new double[12];
    private final double[] ring = new double[12];
    private final double[] ground = new double[12];

    BruteForce(Town town, double reachM, WeatherYear weather, double convergenceDeg, double albedo) {
        this.town = town;
        this.reachM = reachM;
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
    double[] horizon(int column, int row) {
        double[] tangents = new double[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            tangents[d] = tangent(column, row, 2 * Math.PI * d / DIRECTIONS);
        }
        return tangents;
    }

    double tangent(int column, int row, double azimuth) {
        double best = 0;
        double z0 = town.z[row * town.size + column];
        double dx = Math.sin(azimuth) / town.cell;
        double dy = -Math.cos(azimuth) / town.cell;
        // A ray is sampled where it crosses the rows or columns that it crosses faster: finer steps see another
        // surface, not a better one.
        double step = 1 / Math.max(Math.abs(dx), Math.abs(dy));
        for (int k = 1; k * step < reachM; k++) {
            double metres = k * step;
            double x = column + dx * metres;
            double y = row + dy * metres;
            int c = (int) Math.floor(x + 1e-9);
            int r = (int) Math.floor(y + 1e-9);
            double fx = Math.max(0, x - c);
            double fy = Math.max(0, y - r);
            int c1 = fx < 1e-6 ? c : c + 1;
            int r1 = fy < 1e-6 ? r : r + 1;
            if (c < 0 || r < 0 || c1 >= town.size || r1 >= town.size) {
                break;
            }
            double upper = town.z[r * town.size + c] * (1 - fx) + town.z[r * town.size + c1] * fx;
            double lower = town.z[r1 * town.size + c] * (1 - fx) + town.z[r1 * town.size + c1] * fx;
            double z = upper * (1 - fy) + lower * fy;
            best = Math.max(best, (z - z0) / metres);
        }
        return best;
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
