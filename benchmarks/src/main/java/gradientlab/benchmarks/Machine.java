package gradientlab.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The machine in one line, and its BLAS. */
final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe() throws IOException {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                + System.getProperty("java.version");
    }

    /** The OpenBLAS on the class path, with JavaCPP's version after it. */
    static String openblas() {
        return "OpenBLAS " + openblas_nolapack.class.getPackage().getImplementationVersion();
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU)) {
            return "processor unknown";
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor unknown");
        }
    }
}
