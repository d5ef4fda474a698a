package gradientlab.lab.run;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Says why the CUDA backend could not start, before ND4J tries: it would print a stack trace of its own.
 *
 * <p>The CUDA classes are on the class path of a build with {@code -Pcuda} only, so they are called by name.
 */
final class CudaCheck {

    private static final String CLASS = "org.bytedeco.cuda.global.cudart";
    private static final int COMPUTE_CAPABILITY_MAJOR = 75;
    private static final int COMPUTE_CAPABILITY_MINOR = 76;

    private CudaCheck() {}

    /** Whether this build is for CUDA. */
    static boolean isCudaBuild() {
        return CudaCheck.class.getClassLoader().getResource(CLASS.replace('.', '/') + ".class") != null;
    }

    /** What is missing on this machine, or empty when a GPU can be used. */
    static Optional<String> missing() {
        try {
            Class<?> cudart = Class.forName(CLASS);
            int[] count = new int[1];
            int status =
                    (int) cudart.getMethod("cudaGetDeviceCount", int[].class).invoke(null, count);
            if (status != 0 || count[0] == 0) {
                return Optional.of("CUDA finds no GPU, status " + status);
            }
            return uncovered(attribute(cudart, COMPUTE_CAPABILITY_MAJOR), attribute(cudart, COMPUTE_CAPABILITY_MINOR));
        } catch (LinkageError e) {
            return Optional.of(library(Backend.innermost(e)));
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            return Optional.of("the CUDA classes are not those of CUDA 11.6: " + e.getMessage());
        } catch (InvocationTargetException e) {
            return Optional.of(library(Backend.innermost(e)));
        }
    }

    private static int attribute(Class<?> cudart, int attribute)
            throws NoSuchMethodException, InvocationTargetException, IllegalAccessException {
        int[] value = new int[1];
        cudart.getMethod("cudaDeviceGetAttribute", int[].class, int.class, int.class)
                .invoke(null, value, attribute, 0);
        return value[0];
    }

    /** DL4J's build holds machine code for 3.7 to 8.6 and nothing to compile for others; 8.9 runs that of 8.6. */
    static Optional<String> uncovered(int major, int minor) {
        int capability = 10 * major + minor;
        boolean covered = capability >= 37 && capability <= 89;
        return covered ? Optional.empty() : Optional.of("the GPU has compute capability " + major + "." + minor);
    }

    /** "…/libjnicudart.so: libcuda.so.1: cannot open …" names the library after the first colon. */
    static String library(String message) {
        int colon = message.indexOf(": ");
        return colon < 0 ? message : message.substring(colon + 2);
    }
}
