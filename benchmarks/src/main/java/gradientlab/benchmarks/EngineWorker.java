package gradientlab.benchmarks;

import gradientlab.diagnostics.Distribution;
import gradientlab.engine.Engine;
import gradientlab.engine.LayerStep;
import gradientlab.engine.MatrixLibrary;
import gradientlab.engine.StepEngine;
import gradientlab.engine.StepObserver;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.BuildInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Our engines; {@code dl4j} is stock {@code MultiLayerNetwork.fit}. */
final class EngineWorker implements Worker {

    private final Engine engine;
    private final List<DataSet> batches = new ArrayList<>();
    private MultiLayerNetwork network;
    private StepEngine steps;

    EngineWorker(Engine engine) {
        this.engine = engine;
        Backend.start();
    }

    @Override
    public String version() {
        String products = engine == Engine.DIRECT ? MatrixLibrary.inUse().description() : Machine.openblas();
        return "Deeplearning4j " + BuildInfo.read().dl4j() + ", products by " + products;
    }

    @Override
    public void open(Path folder, Size size) throws IOException {
        batches.clear();
        float[] features = Floats.read(folder.resolve("features.f32"));
        float[] labels = Floats.read(folder.resolve("labels.f32"));
        for (int i = 0; i < Size.BATCHES; i++) {
            batches.add(new DataSet(
                    matrix(features, i, size.batch(), Size.INPUTS), matrix(labels, i, size.batch(), Size.CLASSES)));
        }
        network = Task.spec(size).toNetwork();
        network.setParams(Nd4j.createFromArray(Floats.read(folder.resolve("parameters.f32"))));
        steps = engine.on(network);
        if (size.histogramsEvery() > 0) {
            histograms(size);
        }
    }

    /** Stock training has DL4J's own listener for them: parameters, gradients, updates and activations, no z and no δ. */
    private void histograms(Size size) {
        if (engine == Engine.DL4J) {
            network.setListeners(new StatsListener(new InMemoryStatsStorage(), size.histogramsEvery()));
        } else {
            steps.observe(new Histograms(size));
        }
    }

    private static INDArray matrix(float[] all, int index, int rows, int columns) {
        float[] part = new float[rows * columns];
        System.arraycopy(all, index * part.length, part, 0, part.length);
        return Nd4j.createFromArray(part).reshape(rows, columns);
    }

    @Override
    public double step(long number) {
        steps.fit(batches.get((int) (number % Size.BATCHES)));
        return network.score();
    }

    /** Histograms and statistics of z, a, δ and the weight gradients of every layer. */
    private static final class Histograms implements StepObserver {

        private final Size size;
        private final List<Distribution> latest = new ArrayList<>();

        Histograms(Size size) {
            this.size = size;
        }

        @Override
        public boolean wants(int iteration) {
            latest.clear();
            return size.hasHistograms(iteration);
        }

        @Override
        public void layer(LayerStep layer) {
            boolean dense = layer.weightGradient().length > 0;
            if (dense || layer.name().startsWith("tanh")) {
                latest.add(Distribution.of(layer.output(), layer.count(), Size.BINS));
            }
            if (dense) {
                latest.add(Distribution.of(layer.gradient(), layer.count(), Size.BINS));
                latest.add(Distribution.of(layer.weightGradient(), Size.BINS));
            }
        }
    }
}
