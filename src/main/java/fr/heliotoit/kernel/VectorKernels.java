package fr.heliotoit.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The widest vectors of this machine that a strip can be cut into. Loaded only where the vector module is. */
final class VectorKernels {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= Surface.LANES
            ? FloatVector.SPECIES_PREFERRED
            : VectorSpecies.of(float.class, VectorShape.S_512_BIT);

    private VectorKernels() {}

    static int length() {
        return SPECIES.length();
    }
}
