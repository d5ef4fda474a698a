package gradientlab.lab.run;

import com.sun.jna.Function;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of its kernels OpenBLAS uses for matrix products.
 *
 * <p>It chooses when it is loaded: those that the environment variable {@value #VARIABLE} names, or those for the
 * processor. The OpenBLAS that ND4J ships (0.3.19, of December 2021) is older than AMD's processors with AVX-512: from Zen
 * 5 on (family 26) it takes the kernels of Barcelona (2007), which need more than three times as long as those for AVX-512
 * ({@code benchmarks/README.md}). So on these processors the variable is set in the process's own environment before the
 * library is loaded. Intel's processors it knows, and what the user has set stays.
 */
final class MatrixKernels {

    static final String VARIABLE = "OPENBLAS_CORETYPE";

    /** OpenBLAS's name of its kernels for AVX-512. */
    private static final String AVX512 = "SkylakeX";

    /** Of those for AVX2 and FMA. */
    private static final String AVX2 = "Zen";

    /** The first family of AMD's processors that OpenBLAS 0.3.19 has never heard of. */
    private static final int UNKNOWN_FAMILY = 26;

    private static final Set<String> FOR_AVX512 = Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");
    private static final Set<String> FOR_AVX2 = Set.of("avx2", "fma");

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Path LIBRARIES = Path.of("/proc/self/maps");

    private MatrixKernels() {}

    /** Once for the process, since OpenBLAS asks once. */
    private static final class Choice {
        static final Optional<String> MADE = make();
    }

    /** Sees to the choice; returns the kernels' name, empty where OpenBLAS decides or has decided already. */
    static Optional<String> chosen() {
        return Choice.MADE;
    }

    private static Optional<String> make() {
        String asked = System.getenv(VARIABLE);
        if (asked != null) {
            return Optional.of(asked).filter(kernels -> !kernels.isBlank());
        }
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return linux && !isLoaded() ? wanted(lines(PROCESSOR)).filter(MatrixKernels::set) : Optional.empty();
    }

    /**
     * The kernels for a processor of AMD's that OpenBLAS does not know, empty for others.
     *
     * @param processor Linux's description, lines such as {@code vendor_id : AuthenticAMD}
     */
    static Optional<String> wanted(List<String> processor) {
        List<String> flags = Arrays.asList(value(processor, "flags").split(" "));
        if (!value(processor, "vendor_id").equals("AuthenticAMD")) {
            return Optional.empty();
        }
        if (flags.containsAll(FOR_AVX512)) {
            return Optional.of(AVX512);
        }
        return isUnknown(value(processor, "cpu family")) && flags.containsAll(FOR_AVX2)
                ? Optional.of(AVX2)
                : Optional.empty();
    }

    private static boolean isUnknown(String family) {
        return family.matches("\\d{1,4}") && Integer.parseInt(family) >= UNKNOWN_FAMILY;
    }

    /** Of the first processor; empty where there is no such line. */
    private static String value(List<String> processor, String key) {
        return processor.stream()
                .filter(line -> line.substring(0, Math.max(0, line.indexOf(':')))
                        .strip()
                        .equals(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static boolean isLoaded() {
        return lines(LIBRARIES).stream().anyMatch(line -> line.contains("libopenblas"));
    }

    /** Nothing where the system does not tell: then OpenBLAS decides, which is slower and not wrong. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The JVM's own copy of the environment is not what native libraries read. */
    private static boolean set(String kernels) {
        try {
            return Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, kernels, 1}) == 0;
        } catch (LinkageError e) {
            return false; // no temporary folder to run libraries from: OpenBLAS decides
        }
    }
}
