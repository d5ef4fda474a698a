package gradientlab.model;

/** Makes of one seed as many as are needed, so that neighbouring seeds and tensors do not share numbers. */
final class SeedMix {

    private SeedMix() {}

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, figure 16) on seed and stream. */
    static long of(long seed, int stream) {
        long z = mix(seed + 0x9e3779b97f4a7c15L) + 0x9e3779b97f4a7c15L * (stream + 1);
        return mix(z);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
