package gradientlab.rulebenchmark.cases;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.probe.NetworkProbe;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;

/** A network of either kind of DL4J, with what a training needs of it. */
public sealed interface Trainee {

    /** Attaches listeners. */
    void listen(TrainingListener... listeners);

    /** One update. */
    void fit(MultiDataSet batch);

    /** The loss of the last batch, before its update. */
    double score();

    /**
     * The first output, as in use: without dropout, batch norms with their running statistics.
     *
     * @param masks of the inputs; null where there are none
     */
    INDArray output(INDArray[] inputs, INDArray[] masks);

    /** Measures the network on a batch. */
    Capture capture(MultiDataSet batch, int iteration);

    /**
     * The network as a trainee.
     *
     * @throws IllegalArgumentException if it is neither a MultiLayerNetwork nor a ComputationGraph
     */
    static Trainee of(Model model) {
        if (model instanceof MultiLayerNetwork network) {
            return new Layered(network, NetworkProbe.of(network));
        }
        if (model instanceof ComputationGraph graph) {
            return new Graph(graph, NetworkProbe.of(graph));
        }
        throw new IllegalArgumentException(
                "A network must be a MultiLayerNetwork or a ComputationGraph, but is a " + model.getClass());
    }

    /** A stack of layers. */
    record Layered(MultiLayerNetwork network, NetworkProbe probe) implements Trainee {

        @Override
        public void listen(TrainingListener... listeners) {
            network.addListeners(listeners);
        }

        @Override
        public void fit(MultiDataSet batch) {
            network.fit(single(batch));
        }

        @Override
        public double score() {
            return network.score();
        }

        @Override
        public INDArray output(INDArray[] inputs, INDArray[] masks) {
            return network.output(inputs[0], false, masks == null ? null : masks[0], null);
        }

        @Override
        public Capture capture(MultiDataSet batch, int iteration) {
            return probe.capture(single(batch), iteration);
        }

        private static DataSet single(MultiDataSet batch) {
            return new DataSet(
                    batch.getFeatures(0),
                    batch.getLabels(0),
                    batch.getFeaturesMaskArray(0),
                    batch.getLabelsMaskArray(0));
        }
    }

    /** A graph. */
    record Graph(ComputationGraph graph, NetworkProbe probe) implements Trainee {

        @Override
        public void listen(TrainingListener... listeners) {
            graph.addListeners(listeners);
        }

        @Override
        public void fit(MultiDataSet batch) {
            graph.fit(batch);
        }

        @Override
        public double score() {
            return graph.score();
        }

        @Override
        public INDArray output(INDArray[] inputs, INDArray[] masks) {
            return graph.output(false, inputs, masks)[0];
        }

        @Override
        public Capture capture(MultiDataSet batch, int iteration) {
            return probe.capture(batch, iteration);
        }
    }
}
