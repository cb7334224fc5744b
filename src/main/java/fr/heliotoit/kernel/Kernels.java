package fr.heliotoit.kernel;

/** Which twin of the kernels runs here, and why. Both give the same bits. */
public final class Kernels {
    private static final boolean MODULE = module();

    private static final int LENGTH = MODULE ? VectorKernels.length() : 0;

    private Kernels() {}

    /**
     * Loads {@code jdk.incubator.vector} the way the JVM loads the modules of its agents. Asked for on the command line
     * ({@code --add-modules}) it costs every start a second: the JVM then sets aside the classes it has kept, and warns on stderr.
     *
     * @return false when the launcher did not export {@code jdk.internal.module}: plain Java computes the same bits, slower
     */
    private static boolean module() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, "jdk.incubator.vector");
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Whether the vector twins run. */
    public static boolean vectors() {
        return LENGTH >= 8;
    }

    /** What runs and why, for the benchmark and the log: language-free. */
    public static String description() {
        if (vectors()) {
            return "jdk.incubator.vector, " + 32 * LENGTH + " bit";
        }
        return MODULE
                ? "plain Java: vectors of this machine have " + 32 * LENGTH + " bit"
                : "plain Java: started without --add-exports java.base/jdk.internal.module";
    }

    static HorizonMarch march() {
        return vectors() ? new VectorHorizonMarch() : new ScalarHorizonMarch();
    }

    static SkyView skyView() {
        return vectors() ? new VectorSkyView() : new ScalarSkyView();
    }

    static CellSums cellSums() {
        return vectors() ? new VectorCellSums() : new ScalarCellSums();
    }
}
