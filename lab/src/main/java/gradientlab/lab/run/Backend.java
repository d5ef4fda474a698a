package gradientlab.lab.run;

import gradientlab.engine.MatrixLibrary;
import gradientlab.engine.NativeCache;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The ND4J backend that trains: what is in use, or in one sentence why none can be.
 *
 * @param name "CPU" or "CUDA", with the library and its version; on the CPU also whose matrix products the direct engine
 *     takes, and OpenBLAS's kernels where they were chosen
 * @param matrixKernels the kernels that were chosen for OpenBLAS; empty where it chose itself
 */
public record Backend(String name, Optional<String> matrixKernels) {

    /**
     * With this at 0, JavaCPP does not read the process's memory from the operating system at every native allocation,
     * which costs more than training itself. It has to be set before JavaCPP's first class is loaded.
     */
    private static final String MEMORY_CHECK = "org.bytedeco.javacpp.maxPhysicalBytes";

    /**
     * Starts the backend on the class path, with OpenBLAS's fastest kernels for the processor, and sets it to one thread
     * per operation: for nets of this size more threads cost more than they bring.
     *
     * @throws BackendException if it cannot start
     */
    public static Backend start() {
        if (System.getProperty(MEMORY_CHECK) == null) {
            System.setProperty(MEMORY_CHECK, "0");
        }
        if (CudaCheck.isCudaBuild()) {
            CudaCheck.missing().ifPresent(missing -> {
                throw new BackendException(cudaSentence(missing), null);
            });
        }
        try {
            Optional<String> kernels = NativeCache.whileLoading(Backend::load);
            return new Backend(describe(kernels), kernels);
        } catch (IllegalArgumentException e) {
            throw new BackendException(e.getMessage(), e);
        } catch (LinkageError | RuntimeException e) {
            boolean cuda = CudaCheck.isCudaBuild();
            NativeCache.trouble().ifPresent(trouble -> {
                throw new BackendException("The backend cannot start on this machine, as " + trouble + ".", e);
            });
            throw new BackendException(cuda ? cudaSentence(innermost(e)) : cpuSentence(e), e);
        }
    }

    private static Optional<String> load() {
        Optional<String> kernels = MatrixKernels.chosen();
        oneThread();
        if (!isCuda()) {
            MatrixLibrary.inUse();
        }
        return kernels;
    }

    /** ND4J has three pools: its own operations', OpenMP's and the BLAS library's. */
    private static void oneThread() {
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
    }

    private static boolean isCuda() {
        return Nd4j.getBackend().getClass().getSimpleName().contains("JCublas");
    }

    private static String describe(Optional<String> kernels) {
        if (isCuda()) {
            return "CUDA (nd4j-cuda-11.6 " + BuildInfo.read().dl4j() + ")";
        }
        String products = ", products by " + MatrixLibrary.inUse().description();
        String chosen = kernels.map(name -> ", OpenBLAS kernels " + name).orElse("");
        return "CPU (nd4j-native " + BuildInfo.read().dl4j() + products + chosen + ")";
    }

    /** A static initialiser that failed hides its cause behind others: the innermost message says what is missing. */
    private static String cpuSentence(Throwable failure) {
        return "The CPU backend cannot start on this machine (" + innermost(failure)
                + "). Build for this platform with -Djavacpp.platform=..., for example linux-x86_64.";
    }

    static String cudaSentence(String missing) {
        return "The CUDA backend cannot start on this machine (" + missing
                + "): it needs an NVIDIA GPU of compute capability 3.7 to 8.9 with its driver and CUDA 11.6."
                + " To go back to the CPU, build again without -Pcuda.";
    }

    static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        return message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }
}
