package fr.heliotoit.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The look at the sky with cells side by side in vector registers; the same operations in the same order per cell. */
final class VectorSkyView implements SkyView {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final VectorSpecies<Short> BINS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    private static final int LENGTH = SPECIES.length();
    private static final FloatVector ZERO = FloatVector.zero(SPECIES);
    private static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1);

    @Override
    public void ownHorizon(float[] east, float[] north, float[] up, int count, double azimuth, float[] tangents) {
        float ux = (float) Math.sin(azimuth);
        float uy = (float) Math.cos(azimuth);
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector n = FloatVector.fromArray(SPECIES, up, i);
            FloatVector known = FloatVector.fromArray(SPECIES, tangents, i);
            FloatVector own = towards(east, north, i, ux, uy).neg().div(n);
            FloatVector least = known.blend(own, own.compare(VectorOperators.GT, known));
            FloatVector.broadcast(SPECIES, HorizonMarch.CLOSED)
                    .blend(least, n.compare(VectorOperators.GT, ZERO))
                    .intoArray(tangents, i);
        }
    }

    @Override
    public void look(
            float[] east,
            float[] north,
            float[] up,
            int count,
            double azimuth,
            double width,
            float[] tangents,
            short[] bins,
            float[] sky,
            float[] ring) {
        float ux = (float) Math.sin(azimuth);
        float uy = (float) Math.cos(azimuth);
        float skyWidth = (float) (width / Math.PI);
        float ringWidth = (float) (width / 2);
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector tangent = FloatVector.fromArray(SPECIES, tangents, i);
            FloatVector cosine = ONE.div(tangent.mul(tangent).add(1).sqrt());
            FloatVector sine = tangent.mul(cosine);
            ((ShortVector) sine.mul(SkyTable.BINS).add(0.5f).convertShape(VectorOperators.F2S, BINS, 0))
                    .intoArray(bins, i);
            FloatVector towards = towards(east, north, i, ux, uy);
            FloatVector across = arcCosine(sine).sub(sine.mul(cosine)).mul(0.5f);
            FloatVector upward =
                    FloatVector.fromArray(SPECIES, up, i).mul(0.5f).mul(cosine).mul(cosine);
            FloatVector.fromArray(SPECIES, sky, i)
                    .add(towards.mul(across).add(upward).mul(skyWidth))
                    .intoArray(sky, i);
            FloatVector open = notNegative(ONE.sub(sine.mul(PER_RING_SINE)));
            FloatVector.fromArray(SPECIES, ring, i)
                    .add(notNegative(towards).mul(ringWidth).mul(open))
                    .intoArray(ring, i);
        }
    }

    @Override
    public boolean differ(short[] before, short[] after, int from, int least) {
        boolean differ = false;
        for (int i = from; i < from + Surface.LANES; i += LENGTH) {
            differ |= ShortVector.fromArray(BINS, before, i)
                    .sub(ShortVector.fromArray(BINS, after, i))
                    .abs()
                    .compare(VectorOperators.GE, (short) least)
                    .anyTrue();
        }
        return differ;
    }

    private static FloatVector towards(float[] east, float[] north, int at, float ux, float uy) {
        return FloatVector.fromArray(SPECIES, east, at)
                .mul(ux)
                .add(FloatVector.fromArray(SPECIES, north, at).mul(uy));
    }

    private static FloatVector arcCosine(FloatVector x) {
        FloatVector y = x.mul(-0.0187293f)
                .add(0.0742610f)
                .mul(x)
                .add(-0.2121144f)
                .mul(x)
                .add(1.5707288f);
        return y.mul(notNegative(ONE.sub(x)).sqrt());
    }

    /** A compare and a blend: a float maximum, with its rules for NaN, is several instructions. */
    private static FloatVector notNegative(FloatVector x) {
        return ZERO.blend(x, x.compare(VectorOperators.GT, ZERO));
    }
}
