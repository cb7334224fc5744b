package fr.heliotoit.kernel;

/** Which twin of the kernels runs here, and why. Both give the same bits. */
public final class Kernels {
    private static final boolean MODULE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private static final int LENGTH = MODULE ? VectorKernels.length() : 0;

    private Kernels() {}

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
                : "plain Java: started without --add-modules jdk.incubator.vector";
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
