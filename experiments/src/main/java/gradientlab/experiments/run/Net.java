package gradientlab.experiments.run;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.probe.NetworkProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** What chains and graphs have in common and DL4J has no interface for. */
public final class Net {

    private final NeuralNetwork network;
    private final Model model;
    private final Function<INDArray, INDArray> output;
    private final ToDoubleBiFunction<DataSet, Boolean> loss;
    private final Function<DataSet, Capture> capture;
    private final Map<String, List<TrainingListener>> watching = new HashMap<>();

    private Net(
            NeuralNetwork network,
            Model model,
            Function<INDArray, INDArray> output,
            ToDoubleBiFunction<DataSet, Boolean> loss,
            Function<DataSet, Capture> capture) {
        this.network = network;
        this.model = model;
        this.output = output;
        this.loss = loss;
        this.capture = capture;
    }

    public static Net of(MultiLayerNetwork network) {
        return new Net(
                network,
                network,
                network::output,
                network::score,
                batch -> NetworkProbe.of(network).capture(batch));
    }

    /** A graph with one input and one output. */
    public static Net of(ComputationGraph graph) {
        return new Net(
                graph,
                graph,
                graph::outputSingle,
                graph::score,
                batch -> NetworkProbe.of(graph).capture(batch));
    }

    /** One step; returns the batch's mean loss before it. */
    public double fit(DataSet batch) {
        network.fit(batch);
        return model.score();
    }

    /** The class probabilities in inference. */
    public INDArray output(INDArray features) {
        return output.apply(features);
    }

    /** The mean loss on a batch: as in training (batch norm on the batch's statistics) or in inference. */
    public double loss(DataSet batch, boolean training) {
        return loss.applyAsDouble(batch, training);
    }

    /** The inside on a batch. */
    public Capture capture(DataSet batch) {
        return capture.apply(batch);
    }

    /** Who looks on while it trains under a name: made once, however often the training goes on. */
    void watchedBy(String name, Function<String, List<TrainingListener>> listeners) {
        model.setListeners(watching.computeIfAbsent(name, listeners).toArray(TrainingListener[]::new));
    }

    void unwatched() {
        model.setListeners(new TrainingListener[0]);
    }
}
