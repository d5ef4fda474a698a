package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.ParameterUpdate;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.facts.HeldOut;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.remedy.Batch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes observations of one network.
 *
 * @param inputs names of the network's inputs
 */
record Observer(Model model, Captures captures, Structure structure, List<String> inputs) {

    /** Makes the capture of a batch at an iteration. */
    @FunctionalInterface
    interface Captures {
        Capture of(Batch batch, int iteration);
    }

    /** Whether a model is one of DL4J's two kinds of network. */
    static boolean understands(Model model) {
        return model instanceof MultiLayerNetwork || model instanceof ComputationGraph;
    }

    /**
     * Graphs are measured by {@link NetworkProbe}.
     *
     * @param probes who measures networks
     * @throws IllegalArgumentException for a model that is neither of DL4J's two kinds of network
     */
    static Observer of(Model model, Probe.Maker probes) {
        if (model instanceof MultiLayerNetwork network) {
            Probe probe = probes.of(network);
            Captures captures = (batch, iteration) -> probe.capture(batch.toDataSet(), iteration);
            return new Observer(model, captures, StructureReader.of(network), List.of(StructureReader.INPUT));
        } else if (model instanceof ComputationGraph graph) {
            Captures captures = NetworkProbe.of(graph)::capture;
            List<String> inputs = graph.getConfiguration().getNetworkInputs();
            return new Observer(model, captures, StructureReader.of(graph), List.copyOf(inputs));
        }
        throw new IllegalArgumentException("Only a MultiLayerNetwork or a ComputationGraph can be diagnosed, but the"
                + " model was a " + model.getClass().getSimpleName() + ".");
    }

    /** What was seen, condensed and raw. */
    record Seen(Observation observation, Capture capture) {

        Seen withUpdates(Map<String, ParameterUpdate> updates) {
            return new Seen(observation.withUpdates(updates), capture);
        }

        Seen with(RunFacts facts, Batch batch) {
            return new Seen(facts.complete(observation, capture, batch), capture);
        }

        Seen with(HeldOut heldOut) {
            return new Seen(observation.with(heldOut), capture);
        }

        Seen withNonFinite(NonFinite other) {
            return new Seen(observation.withNonFinite(other), capture);
        }
    }

    /** Loss and features of examples that are not trained on. */
    HeldOut heldOut(Batch batch, int iteration) {
        Map<String, Statistics> statistics = new LinkedHashMap<>();
        features(batch).forEach((name, values) -> statistics.put(name, Statistics.of(values.values())));
        return new HeldOut(captures.of(batch, iteration).loss(), statistics);
    }

    private Map<String, Matrix> features(Batch batch) {
        Map<String, Matrix> features = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            features.put(inputs.get(i), HostArrays.matrix(batch.features()[i], false));
        }
        return features;
    }

    Seen observe(Batch batch, int iteration) {
        Map<String, Matrix> features = features(batch);
        Capture capture = captures.of(batch, iteration);
        return new Seen(Observation.of(structure, capture, batch.size(), features), capture);
    }

    /** The batch of the step that the network is in the middle of; inside onBackwardPass. */
    Batch currentBatch() {
        if (model instanceof ComputationGraph graph) {
            return new Batch(graph.getInputs(), labels(graph), graph.getInputMaskArrays(), graph.getLabelMaskArrays());
        }
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        return new Batch(
                new INDArray[] {network.getInput()},
                new INDArray[] {network.getLabels()},
                mask(network.getLayer(0).getMaskArray()),
                mask(network.getOutputLayer().getMaskArray()));
    }

    boolean hasBatchNorm() {
        return structure.layers().stream().anyMatch(layer -> layer.role() == Role.BATCH_NORM);
    }

    /** A graph keeps its labels to itself; its output layers have them until the pass is over. */
    private static INDArray[] labels(ComputationGraph graph) {
        return graph.getConfiguration().getNetworkOutputs().stream()
                .map(output -> Layers.labels(graph.getLayer(output)))
                .toArray(INDArray[]::new);
    }

    private static INDArray[] mask(INDArray mask) {
        return mask == null ? null : new INDArray[] {mask};
    }
}
