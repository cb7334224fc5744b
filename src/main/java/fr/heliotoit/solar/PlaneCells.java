package fr.heliotoit.solar;

/**
 * Cells of a surface model that lie in one plane.
 *
 * @param columns of the cells in the surface model
 * @param rows of the cells, as many
 * @param slopeEast rise of the plane towards grid east [m/m]
 * @param slopeNorth rise of the plane towards grid north [m/m]
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlaneCells(int[] columns, int[] rows, double slopeEast, double slopeNorth) {
    public PlaneCells {
        if (columns.length != rows.length) {
            throw new IllegalArgumentException(columns.length + " columns, " + rows.length + " rows");
        }
        if (!Double.isFinite(slopeEast + slopeNorth)) {
            throw new IllegalArgumentException("slope " + slopeEast + ", " + slopeNorth);
        }
    }

    /**
     * Cells of a plane given by tilt and azimuth.
     *
     * @param surfaceTiltDeg 0 – below 90 [°]
     * @param gridAzimuthDeg direction of descent, clockwise from grid north [°]
     */
    public static PlaneCells tilted(int[] columns, int[] rows, double surfaceTiltDeg, double gridAzimuthDeg) {
        double slope = Math.tan(Math.toRadians(surfaceTiltDeg));
        double azimuth = Math.toRadians(gridAzimuthDeg);
        return new PlaneCells(columns, rows, -slope * Math.sin(azimuth), -slope * Math.cos(azimuth));
    }

    /**
     * What the sky sends onto the cells of a plane.
     *
     * @param months per cell 12 global irradiations, January first [kWh/m²]
     * @param annual per cell, their sum [kWh/m²/yr]
     * @param direct per cell, direct part of the year [kWh/m²/yr]
     * @param skyView per cell, share of an even sky that the plane sees, 0–1
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Irradiation(float[][] months, float[] annual, float[] direct, float[] skyView) {
        Irradiation(int cells) {
            this(new float[cells][SkyTables.MONTHS], new float[cells], new float[cells], new float[cells]);
        }
    }
}
