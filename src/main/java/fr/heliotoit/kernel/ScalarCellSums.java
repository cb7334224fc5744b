package fr.heliotoit.kernel;

/** The sums in plain Java; fused multiply-adds so that {@code VectorCellSums} gives the same bits. */
final class ScalarCellSums implements CellSums {
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
            if (!(up[cell] > 0)) {
                continue;
            }
            int at = cell * SkyTable.PERIODS;
            for (int g = 0; g < group; g++) {
                float[] table = tables[g];
                int entry = bins[g][cell] * SkyTable.ENTRY;
                for (int period = 0; period < SkyTable.PERIODS; period++) {
                    float sum = sums[at + period];
                    sum = Math.fma(east[cell], table[entry + period], sum);
                    sum = Math.fma(north[cell], table[entry + SkyTable.PERIODS + period], sum);
                    sums[at + period] = Math.fma(up[cell], table[entry + 2 * SkyTable.PERIODS + period], sum);
                }
            }
        }
    }
}
