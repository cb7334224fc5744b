package fr.heliotoit.kernel;

/** Which twin of the kernels runs here, and why. */
public final class Kernels {
    private Kernels() {}

    static HorizonMarch march() {
        return new ScalarHorizonMarch();
    }

    static CellSums cellSums() {
        return new ScalarCellSums();
    }
}
