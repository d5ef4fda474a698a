package gradientlab.lab.run;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.engine.Engine;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.dataset.DataSet;

/** What chains and graphs have in common and DL4J has no interface for. */
public final class Net {

    private final Model model;
    private final Function<Engine, Consumer<DataSet>> steps;
    private final Map<Engine, Consumer<DataSet>> begun = new EnumMap<>(Engine.class);
    private final Function<DataSet, Inference> inference;
    private final BiFunction<DataSet, Probe.Maker, Capture> capture;
    private final Map<String, List<TrainingListener>> watching = new HashMap<>();

    private Net(
            Model model,
            Function<Engine, Consumer<DataSet>> steps,
            Function<DataSet, Inference> inference,
            BiFunction<DataSet, Probe.Maker, Capture> capture) {
        this.model = model;
        this.steps = steps;
        this.inference = inference;
        this.capture = capture;
    }

    public static Net of(MultiLayerNetwork network) {
        return new Net(
                network,
                engine -> engine.on(network)::fit,
                batch -> Inference.of(network, batch),
                (batch, probes) -> probes.of(network).capture(batch, network.getIterationCount()));
    }

    /** A graph with one input and one output; the direct engine takes its steps where it is a chain with identity skips. */
    public static Net of(ComputationGraph graph) {
        return new Net(
                graph,
                engine -> engine.on(graph)::fit,
                batch -> Inference.of(graph, batch),
                (batch, probes) -> NetworkProbe.of(graph).capture(batch));
    }

    /** One step by an engine; returns the batch's mean loss before it. */
    public double fit(DataSet batch, Engine engine) {
        begun.computeIfAbsent(engine, steps).accept(batch);
        return model.score();
    }

    /** What inference says about each example of a batch, from one forward pass. */
    Inference inference(DataSet batch) {
        return inference.apply(batch);
    }

    /**
     * The inside on a batch.
     *
     * @param probes who measures a chain of layers; graphs are measured by {@link NetworkProbe}
     */
    public Capture capture(DataSet batch, Probe.Maker probes) {
        return capture.apply(batch, probes);
    }

    /** Who looks on while it trains under a name: made once, however often the training goes on. */
    void watchedBy(String name, Function<String, List<TrainingListener>> listeners) {
        model.setListeners(watching.computeIfAbsent(name, listeners).toArray(TrainingListener[]::new));
    }

    void unwatched() {
        model.setListeners(new TrainingListener[0]);
    }
}
