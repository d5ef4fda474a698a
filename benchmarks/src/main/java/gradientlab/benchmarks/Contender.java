package gradientlab.benchmarks;

import gradientlab.engine.MatrixLibrary;
import gradientlab.lab.run.Backend;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes part: a row for each, with how its process is started; empty where this machine has not got it. */
enum Contender {
    DIRECT("direct", "Gradient Lab, engine direct", true) {
        @Override
        Optional<WorkerProcess> start() throws IOException {
            return Optional.of(WorkerLaunch.jvm(label()));
        }
    },
    DL4J("dl4j", "stock MultiLayerNetwork.fit; with histograms: its StatsListener, without z and δ", true) {
        @Override
        Optional<WorkerProcess> start() throws IOException {
            return Optional.of(WorkerLaunch.jvm(label()));
        }
    },
    PYTORCH("pytorch", "PyTorch eager, as installed", true) {
        @Override
        Optional<WorkerProcess> start() throws IOException {
            Optional<String> python = WorkerLaunch.python();
            return python.isEmpty() ? Optional.empty() : Optional.of(WorkerLaunch.pytorch(python.get(), Map.of()));
        }
    },
    PYTORCH_OPENBLAS(
            "pytorch-openblas",
            "PyTorch eager with the OpenBLAS that ND4J ships and the kernels of our engines",
            true) {
        @Override
        Optional<WorkerProcess> start() throws IOException {
            Optional<String> python = WorkerLaunch.python();
            Optional<Map<String, String>> openblas = WorkerLaunch.withOpenblas();
            return python.isEmpty() || openblas.isEmpty()
                    ? Optional.empty()
                    : Optional.of(WorkerLaunch.pytorch(python.get(), openblas.get()));
        }
    },
    LIBTORCH("libtorch", "LibTorch 2.10 in the JVM, with the same kernels", true) {
        @Override
        Optional<WorkerProcess> start() throws IOException {
            return WorkerLaunch.libtorch();
        }
    },
    PRODUCTS("products", "the matrix products alone, OpenBLAS", false) {
        @Override
        Optional<WorkerProcess> start() throws IOException {
            return Optional.of(WorkerLaunch.jvm(label()));
        }

        @Override
        boolean trains() {
            return false;
        }
    },
    PEAK("peak", "as many multiply-adds at the core's peak: the floor of a step with dense products", false) {
        @Override
        Optional<WorkerProcess> start() throws IOException {
            Backend.start();
            return MatrixLibrary.inUse() == MatrixLibrary.ONEDNN
                    ? Optional.of(WorkerLaunch.jvm(label()))
                    : Optional.empty();
        }

        @Override
        boolean trains() {
            return false;
        }
    };

    private final String label;
    private final String description;
    private final boolean histograms;

    Contender(String label, String description, boolean histograms) {
        this.label = label;
        this.description = description;
        this.histograms = histograms;
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    /** Whether it is asked for a size: not all of them make histograms of z, a, δ and the weight gradients. */
    boolean takes(Size size) {
        return histograms || size.histogramsEvery() == 0;
    }

    /** Whether it has a loss that must agree with the others'. */
    boolean trains() {
        return true;
    }

    /** Its process. */
    abstract Optional<WorkerProcess> start() throws IOException;

    /** All that this machine has, each with its process. */
    static Map<Contender, WorkerProcess> startAll(List<Contender> wanted) throws IOException {
        Map<Contender, WorkerProcess> started = new java.util.EnumMap<>(Contender.class);
        for (Contender contender : wanted) {
            Optional<WorkerProcess> process = contender.start();
            if (process.isPresent()) {
                started.put(contender, process.get());
            }
        }
        return started;
    }
}
