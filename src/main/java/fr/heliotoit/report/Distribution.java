package fr.heliotoit.report;

import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.cadastre.SolarPotential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Buildings with a figure, counted in bins; see {@link Groups} for what becomes of small ones. */
final class Distribution {
    /**
     * Bins counted together.
     *
     * @param first the first bin
     * @param last the last bin, the same when it stands alone
     */
    record Row(
            int first,
            int last,
            int buildings,
            int privateOnes,
            double usableAreaM2,
            double peakPowerKWp,
            double yieldKWh) {
        private Row plus(Row other) {
            return new Row(
                    Math.min(first, other.first),
                    Math.max(last, other.last),
                    buildings + other.buildings,
                    privateOnes + other.privateOnes,
                    usableAreaM2 + other.usableAreaM2,
                    peakPowerKWp + other.peakPowerKWp,
                    yieldKWh + other.yieldKWh);
        }
    }

    private Distribution() {}

    /** Every bin by itself. */
    static List<Row> bins(List<BuildingRecord> records, int bins, ToIntFunction<SolarPotential> binOf) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            rows.add(new Row(i, i, 0, 0, 0, 0, 0));
        }
        for (BuildingRecord record : records) {
            if (record.outcome() instanceof SolarPotential p) {
                int bin = binOf.applyAsInt(p);
                int privately = record.building().publicOwner() ? 0 : 1;
                rows.set(
                        bin,
                        rows.get(bin)
                                .plus(new Row(
                                        bin,
                                        bin,
                                        1,
                                        privately,
                                        p.usableAreaM2(),
                                        p.peakPowerKWp(),
                                        p.yearlyYieldKWh())));
            }
        }
        return rows;
    }

    /**
     * Neighbouring bins joined until no row holds a few private roofs only.
     *
     * @param openly whether private roofs may be shown one by one: then nothing is joined
     */
    static List<Row> joined(List<Row> bins, boolean openly) {
        if (openly) {
            return bins;
        }
        List<Row> joined = new ArrayList<>();
        for (int[] run : Groups.runs(bins.stream().mapToInt(Row::privateOnes).toArray())) {
            joined.add(
                    bins.subList(run[0], run[1] + 1).stream().reduce(Row::plus).orElseThrow());
        }
        return joined;
    }

    /** Bins without order: those that hold a few private roofs only become one row, the last; none may be left over. */
    static List<Row> pooled(List<Row> bins, boolean openly) {
        List<Row> alone = new ArrayList<>();
        Row pool = null;
        for (Row bin : bins.stream()
                .sorted(java.util.Comparator.comparingInt(Row::privateOnes))
                .toList()) {
            boolean few = bin.privateOnes > 0 && bin.privateOnes < Groups.LEAST;
            boolean wanted = pool != null && pool.privateOnes < Groups.LEAST && bin.privateOnes > 0;
            if (!openly && (few || wanted)) {
                pool = pool == null ? bin : pool.plus(bin);
            } else {
                alone.add(bin);
            }
        }
        List<Row> rows = new ArrayList<>(alone.stream()
                .sorted(java.util.Comparator.comparingInt(Row::first))
                .toList());
        if (pool != null) {
            rows.add(pool);
        }
        return rows;
    }
}
