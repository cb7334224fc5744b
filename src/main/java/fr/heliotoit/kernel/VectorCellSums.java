package fr.heliotoit.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The sums with the periods side by side in vector registers. */
final class VectorCellSums implements CellSums {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LENGTH = SPECIES.length();

    @Override
    public void add(
            float[][] tables,
            short[][] bins,
            int group,
            float[] east,
            float[] north,
            float[] up,
            int count,
            float[] sums) {
        for (int cell = 0; cell < count; cell++) {
            if (up[cell] > 0) {
                for (int period = 0; period < SkyTable.PERIODS; period += LENGTH) {
                    add(tables, bins, group, east[cell], north[cell], up[cell], cell, period, sums);
                }
            }
        }
    }

    private static void add(
            float[][] tables,
            short[][] bins,
            int group,
            float east,
            float north,
            float up,
            int cell,
            int period,
            float[] sums) {
        int at = cell * SkyTable.PERIODS + period;
        FloatVector e = FloatVector.broadcast(SPECIES, east);
        FloatVector n = FloatVector.broadcast(SPECIES, north);
        FloatVector u = FloatVector.broadcast(SPECIES, up);
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, at);
        for (int g = 0; g < group; g++) {
            float[] table = tables[g];
            int entry = bins[g][cell] * SkyTable.ENTRY + period;
            sum = e.fma(FloatVector.fromArray(SPECIES, table, entry), sum);
            sum = n.fma(FloatVector.fromArray(SPECIES, table, entry + SkyTable.PERIODS), sum);
            sum = u.fma(FloatVector.fromArray(SPECIES, table, entry + 2 * SkyTable.PERIODS), sum);
        }
        sum.intoArray(sums, at);
    }
}
