package gradientlab.engine;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;
import static org.bytedeco.dnnl.global.dnnl.dnnl_version;

import java.util.Locale;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * By oneDNN, which makes its kernels for the processor and the shape at run time.
 *
 * <p>It would spread products over OpenMP's threads, whose number each thread has for itself: a thread's first product here
 * sets it to 1. OpenMP is ND4J's, so it has to be loaded after ND4J.
 */
final class OneDnnGemm implements Gemm {

    private static final ThreadLocal<Boolean> ALONE = ThreadLocal.withInitial(() -> {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        return true;
    });

    /** Whether the natives of this platform are there and can be loaded; loads ND4J first. */
    static boolean canLoad() {
        try {
            Nd4j.getBackend();
            Loader.load(org.bytedeco.dnnl.global.dnnl.class);
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Name, version and the instructions that it uses. */
    static String describe() {
        try (dnnl_version_t version = dnnl_version()) {
            return String.format(
                    Locale.ROOT,
                    "oneDNN %d.%d.%d for %s",
                    version.major(),
                    version.minor(),
                    version.patch(),
                    instructions(dnnl_get_effective_cpu_isa()));
        }
    }

    /** Each set of instructions is a mask that holds those before it. */
    private static String instructions(int mask) {
        if (holds(mask, dnnl_cpu_isa_avx512_core)) {
            return "AVX-512";
        }
        return holds(mask, dnnl_cpu_isa_avx2) ? "AVX2" : holds(mask, dnnl_cpu_isa_avx) ? "AVX" : "SSE4.1";
    }

    private static boolean holds(int mask, int instructions) {
        return (mask & instructions) == instructions;
    }

    @Override
    public void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            FloatPointer c,
            int ldc) {
        if (ALONE.get()) {
            dnnl_sgemm(op(transposeA), op(transposeB), m, n, k, 1f, a, lda, b, ldb, 0f, c, ldc);
        }
    }

    private static byte op(boolean transposed) {
        return (byte) (transposed ? 'T' : 'N');
    }
}
