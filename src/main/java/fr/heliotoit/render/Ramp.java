package fr.heliotoit.render;

import java.awt.Color;

/**
 * Colours from the lowest to the highest value. All three get lighter all the way, so that they read the same to the colour-blind and
 * on a grey photocopy: low is dark, high is light.
 */
public enum Ramp {
    /** Nuñez, Anderton and Renslow 2018 (doi:10.1371/journal.pone.0199239), made for colour-vision deficiency; 33 of its 256 steps. */
    CIVIDIS("00224e00285b002e6a0533711a386f273e6e32436d3b496c434e6c4b546c535a6d5a5f6e61656f686a716f7073767676"
            + "7d7c788482798c8878938e789b9476a39a74aba072b4a76fbcae6cc4b468cdbb63d5c25edec958e7d150f0d846f9e03afee838"),
    /** Van der Walt and Smith 2015 (matplotlib); 33 of its 256 steps. */
    VIRIDIS("440154470d6048186a482374472d7b4537814240863e49893b528b375b8d33638d2f6b8e2c728e297a8e26828e23898e"
            + "21918c1f988b1fa08822a78528ae8032b67a3fbc734ec36b5ec96270cf5784d44b98d83eaddc30c2df23d8e219ece51bfde725"),
    /** For print without colour. */
    GREY("303030f2f2f2");

    private final int[] stops;

    Ramp(String hex) {
        stops = new int[hex.length() / 6];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = Integer.parseInt(hex, 6 * i, 6 * i + 6, 16);
        }
    }

    /**
     * Colour of a place on the ramp, linear between steps.
     *
     * @param t 0 (lowest) – 1 (highest); values outside are clamped
     * @return 0xRRGGBB
     */
    public int rgb(double t) {
        double at = Math.clamp(t, 0.0, 1.0) * (stops.length - 1);
        int low = Math.min((int) at, stops.length - 2);
        double share = at - low;
        int a = stops[low];
        int b = stops[low + 1];
        return mix(a >> 16, b >> 16, share) << 16 | mix(a >> 8, b >> 8, share) << 8 | mix(a, b, share);
    }

    public Color colour(double t) {
        return new Color(rgb(t));
    }

    private static int mix(int a, int b, double share) {
        return (int) Math.round((a & 255) * (1 - share) + (b & 255) * share);
    }
}
