package gradientlab.engine;

import gradientlab.model.Named;

/**
 * The library whose matrix products the direct engine takes: oneDNN where there are natives of it for this platform, else
 * OpenBLAS, or the one that the system property {@value #PROPERTY} names.
 *
 * <p>The choice holds for the process. Bits are equal for the same seed and the same library on processors with the same
 * instructions, not across libraries.
 */
public enum MatrixLibrary implements Named {
    /** Intel's oneDNN: kernels made for the processor and the shape at run time; x86-64. */
    ONEDNN("onednn") {
        @Override
        Gemm gemm() {
            return new OneDnnGemm();
        }

        @Override
        public String description() {
            return OneDnnGemm.describe();
        }
    },
    /** The OpenBLAS that ND4J uses: on every platform. */
    OPENBLAS("openblas") {
        @Override
        Gemm gemm() {
            return new OpenBlasGemm();
        }

        @Override
        public String description() {
            return "OpenBLAS";
        }
    };

    /** Names the library; without it the faster one is taken. */
    public static final String PROPERTY = "gradientlab.matrixLibrary";

    private static MatrixLibrary chosen;

    private final String label;

    MatrixLibrary(String label) {
        this.label = label;
    }

    /**
     * The library of this process, chosen at the first call.
     *
     * @throws IllegalArgumentException if the property names a library that there is not, or that this platform has not
     */
    public static synchronized MatrixLibrary inUse() {
        if (chosen == null) {
            chosen = choose(System.getProperty(PROPERTY), OneDnnGemm.canLoad());
        }
        return chosen;
    }

    static MatrixLibrary choose(String asked, boolean oneDnn) {
        if (asked == null) {
            return oneDnn ? ONEDNN : OPENBLAS;
        }
        MatrixLibrary library = Named.of(MatrixLibrary.class, PROPERTY, asked);
        if (library == ONEDNN && !oneDnn) {
            throw new IllegalArgumentException(
                    PROPERTY + " must be openblas on this machine, which has no natives of oneDNN, not " + asked);
        }
        return library;
    }

    @Override
    public String label() {
        return label;
    }

    abstract Gemm gemm();

    /** The library with what decides about its bits, as a run's provenance names it. */
    public abstract String description();
}
