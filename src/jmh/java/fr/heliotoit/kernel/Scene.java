package fr.heliotoit.kernel;

/** A surface of gabled blocks on rolling ground and a sky with sun, the same in every run. */
final class Scene {
    static final double CELL_M = 0.5;

    private Scene() {}

    static float[] heights(int side) {
        float[] z = new float[side * side];
        for (int i = 0; i < z.length; i++) {
            int x = i % side;
            int y = i / side;
            double ground = 40 + 3 * Math.sin(x / 620.0) + 2 * Math.cos(y / 540.0);
            int u = x % 80;
            int v = y % 60;
            boolean house = u > 15 && u < 65 && v > 15 && v < 45 && (x / 80 * 7 + y / 60 * 13) % 10 < 7;
            z[i] = (float) (house ? ground + 6 + 0.35 * (15 - Math.abs(v - 30)) : ground);
        }
        return z;
    }

    static SkyTable sky(int azimuths) {
        SkyTable.Builder sky = new SkyTable.Builder(azimuths);
        for (int month = 0; month < 12; month++) {
            for (int step = 0; step < 400; step++) {
                double elevation = (0.05 + 0.9 * step / 400.0) * Math.PI / 2 * (0.4 + 0.05 * Math.min(month, 11 - month));
                sky.sun(month, Math.PI * (0.4 + 1.2 * step / 400.0), elevation, 0.1);
            }
            sky.diffuse(month, 20, 3);
            sky.ground(month, 4);
        }
        return sky.build();
    }
}
