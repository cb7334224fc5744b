package fr.heliotoit.report;

import java.util.ArrayList;
import java.util.List;

/** Private roofs are described only in groups: what is counted apart holds none of them or at least {@value #LEAST}. */
final class Groups {
    /** The rule of the French statistical office for enterprises is 3; this product keeps to a stricter one for roofs. */
    static final int LEAST = 11;

    private Groups() {}

    /**
     * Joins neighbouring bins until each run holds no private roof or enough of them.
     *
     * @param privateCounts private roofs by bin, in order
     * @return runs of bins as {first, last}, in order, which together cover all bins
     */
    static List<int[]> runs(int[] privateCounts) {
        List<int[]> runs = new ArrayList<>();
        int start = 0;
        int sum = 0;
        for (int i = 0; i < privateCounts.length; i++) {
            // A bin without private roofs stands alone unless a run before it still waits for more.
            sum += privateCounts[i];
            if (sum == 0 || sum >= LEAST) {
                runs.add(new int[] {start, i});
                start = i + 1;
                sum = 0;
            }
        }
        if (start < privateCounts.length) {
            join(privateCounts, runs, start);
        }
        return runs;
    }

    /** The rest, which holds too few, goes to the last run that holds any. */
    private static void join(int[] privateCounts, List<int[]> runs, int start) {
        int first = start;
        while (!runs.isEmpty()) {
            int[] last = runs.removeLast();
            first = last[0];
            if (sum(privateCounts, last[0], last[1]) > 0) {
                break;
            }
        }
        runs.add(new int[] {first, privateCounts.length - 1});
    }

    private static int sum(int[] counts, int first, int last) {
        int sum = 0;
        for (int i = first; i <= last; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
