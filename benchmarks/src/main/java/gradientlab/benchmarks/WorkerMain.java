package gradientlab.benchmarks;

import gradientlab.engine.Engine;
import java.io.IOException;

/** The main of a worker process; its argument is a contender's name. */
final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] args) throws IOException {
        Worker.serve(
                switch (args[0]) {
                    case "libtorch" -> new LibTorchWorker();
                    case "products" -> new ProductsWorker();
                    case "peak" -> new PeakWorker();
                    default -> new EngineWorker(Engine.parse(args[0]));
                });
    }
}
