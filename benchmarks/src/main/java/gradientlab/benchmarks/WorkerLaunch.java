package gradientlab.benchmarks;

import gradientlab.lab.run.Backend;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Starts the contenders' processes, each with one thread for its matrix products. */
final class WorkerLaunch {

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private WorkerLaunch() {}

    /** A JVM on our own class path. */
    static WorkerProcess jvm(String contender) throws IOException {
        return jvm(System.getProperty("java.class.path"), contender, Map.of());
    }

    /** A JVM with LibTorch, whose JavaCPP is another than ND4J's; empty where the build has not put it beside the jar. */
    static Optional<WorkerProcess> libtorch() throws IOException {
        Path jar = ownJar();
        Path folder = jar.resolveSibling("libtorch");
        return Files.isDirectory(folder)
                ? Optional.of(jvm(folder.resolve("*") + File.pathSeparator + jar, "libtorch", kernels()))
                : Optional.empty();
    }

    private static Path ownJar() {
        try {
            return Path.of(WorkerLaunch.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The jar of the benchmarks has no path", e);
        }
    }

    private static WorkerProcess jvm(String classPath, String contender, Map<String, String> environment)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return WorkerProcess.start(
                List.of(
                        java,
                        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                        "-cp",
                        classPath,
                        WorkerMain.class.getName(),
                        contender),
                environment);
    }

    /** The first python3 that can import torch. */
    static Optional<String> python() throws IOException {
        for (String python : PYTHONS) {
            if (imports(python)) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private static boolean imports(String python) throws IOException {
        try {
            Process process = new ProcessBuilder(python, "-c", "import torch")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /** What kernels our engines have chosen for OpenBLAS, as OpenBLAS reads it; asked before it is loaded here. */
    private static Map<String, String> kernels() {
        Map<String, String> environment = new HashMap<>();
        Backend.start().matrixKernels().ifPresent(kernels -> environment.put("OPENBLAS_CORETYPE", kernels));
        return environment;
    }

    /**
     * The environment in which another program's matrix products are those of the OpenBLAS that ND4J ships, with the
     * kernels that our engines have chosen; only where libraries can be put before others (Linux).
     */
    static Optional<Map<String, String>> withOpenblas() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        Map<String, String> environment = kernels();
        Path library = Path.of(Loader.load(openblas_nolapack.class)).resolveSibling("libopenblas.so.0");
        environment.put("LD_PRELOAD", library.toString());
        return Files.exists(library) ? Optional.of(environment) : Optional.empty();
    }

    static WorkerProcess pytorch(String python, Map<String, String> environment) throws IOException {
        Path script = Files.createTempFile("torch_worker", ".py");
        script.toFile().deleteOnExit();
        try (InputStream source = WorkerLaunch.class.getResourceAsStream("torch_worker.py")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return WorkerProcess.start(List.of(python, script.toString()), environment);
    }
}
