package fr.heliotoit.solar;

import java.util.Arrays;

/** Irradiation of a plane by month, in its three parts; immutable. */
public final class PlaneOfArray {
    private final double[] direct = new double[12];
    private final double[] skyDiffuse = new double[12];
    private final double[] groundDiffuse = new double[12];

    PlaneOfArray() {}

    void add(int month, double directWh, double skyWh, double groundWh) {
        direct[month - 1] += directWh / 1000;
        skyDiffuse[month - 1] += skyWh / 1000;
        groundDiffuse[month - 1] += groundWh / 1000;
    }

    /** @param month 1–12; [kWh/m²] */
    public double direct(int month) {
        return direct[month - 1];
    }

    /** @param month 1–12; [kWh/m²] */
    public double skyDiffuse(int month) {
        return skyDiffuse[month - 1];
    }

    /** @param month 1–12; [kWh/m²] */
    public double groundDiffuse(int month) {
        return groundDiffuse[month - 1];
    }

    /** @param month 1–12; [kWh/m²] */
    public double global(int month) {
        return direct(month) + skyDiffuse(month) + groundDiffuse(month);
    }

    /** Of the year [kWh/m²]. */
    public double direct() {
        return Arrays.stream(direct).sum();
    }

    /** Of the year [kWh/m²]. */
    public double skyDiffuse() {
        return Arrays.stream(skyDiffuse).sum();
    }

    /** Of the year [kWh/m²]. */
    public double groundDiffuse() {
        return Arrays.stream(groundDiffuse).sum();
    }

    /** Of the year [kWh/m²]. */
    public double global() {
        return direct() + skyDiffuse() + groundDiffuse();
    }
}
