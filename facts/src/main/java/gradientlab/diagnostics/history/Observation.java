package gradientlab.diagnostics.history;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.NonFiniteSearch;
import gradientlab.diagnostics.ParameterUpdate;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.facts.GradientCheck;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.facts.HeldOut;
import gradientlab.diagnostics.facts.OutputStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one iteration showed.
 *
 * @param snapshot statistics of all layers
 * @param batchSize examples of the batch it was measured on
 * @param inputs statistics of the features, by name of the network's input
 * @param layers what rules need beyond the snapshot, in the same order
 * @param nonFinite the first value that is not finite, or {@link NonFinite#NONE}
 * @param outputs what the output layers gave, against the targets; empty where it is not known
 * @param gradients norms of the gradients of layers that are regularised or clipped; empty for others
 * @param checks gradients against finite differences, from the output down; empty where they were not compared
 * @param heldOut what examples that are not trained on showed; {@link HeldOut#NONE} without any
 */
public record Observation(
        Snapshot snapshot,
        int batchSize,
        Map<String, Statistics> inputs,
        List<LayerObservation> layers,
        NonFinite nonFinite,
        List<OutputStatistics> outputs,
        List<GradientNorms> gradients,
        List<GradientCheck> checks,
        HeldOut heldOut) {

    /** Copies map and lists; what an observation written before did not have is empty. */
    public Observation {
        outputs = outputs == null ? List.of() : List.copyOf(outputs);
        gradients = gradients == null ? List.of() : List.copyOf(gradients);
        heldOut = heldOut == null ? HeldOut.NONE : heldOut;
        checks = checks == null ? List.of() : List.copyOf(checks);
        inputs = Map.copyOf(inputs);
        layers = List.copyOf(layers);
    }

    /** An observation without outputs and gradients. */
    public Observation(
            Snapshot snapshot,
            int batchSize,
            Map<String, Statistics> inputs,
            List<LayerObservation> layers,
            NonFinite nonFinite) {
        this(snapshot, batchSize, inputs, layers, nonFinite, List.of(), List.of(), List.of(), HeldOut.NONE);
    }

    /**
     * Condenses a capture.
     *
     * @param inputs features by name of the network's input, examples × features
     */
    public static Observation of(Structure structure, Capture capture, int batchSize, Map<String, Matrix> inputs) {
        List<LayerObservation> layers = new ArrayList<>();
        for (LayerFacts facts : structure.layers()) {
            layers.add(LayerObservation.of(facts, capture.layer(facts.name()), input(facts, capture, inputs)));
        }
        Map<String, Statistics> statistics = new HashMap<>();
        inputs.forEach((name, features) -> statistics.put(name, Statistics.of(features.values())));
        NonFinite nonFinite = NonFiniteSearch.first(List.copyOf(inputs.values()), capture, batchSize);
        return new Observation(Snapshot.of(capture), batchSize, statistics, layers, nonFinite);
    }

    /** Updates made before. */
    public int iteration() {
        return snapshot.iteration();
    }

    /** The facts of a layer; a layer without any gives empty ones. */
    public LayerObservation layer(String name) {
        // A loop: rules ask this of every observation, and a stream takes longer than what it looks for.
        for (LayerObservation layer : layers) {
            if (layer.name().equals(name)) {
                return layer;
            }
        }
        return LayerObservation.nothing(name);
    }

    /** The snapshot of a layer. */
    public Optional<LayerSnapshot> measured(String name) {
        for (LayerSnapshot layer : snapshot.layers()) {
            if (layer.name().equals(name)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }

    /** The same observation with the updates made from this state, by the key of the parameter. */
    public Observation withUpdates(Map<String, ParameterUpdate> updates) {
        return new Observation(
                snapshot.withUpdates(updates),
                batchSize,
                inputs,
                layers,
                nonFinite,
                outputs,
                gradients,
                checks,
                heldOut);
    }

    /** The same observation of a state in which something not measured here was not finite. */
    public Observation withNonFinite(NonFinite other) {
        return new Observation(snapshot, batchSize, inputs, layers, other, outputs, gradients, checks, heldOut);
    }

    /** The same observation with what the output layers gave and how large gradients were. */
    public Observation with(List<OutputStatistics> given, List<GradientNorms> norms) {
        return new Observation(snapshot, batchSize, inputs, layers, nonFinite, given, norms, checks, heldOut);
    }

    /** The same observation with gradients that were compared with finite differences. */
    public Observation with(List<GradientCheck> compared) {
        return new Observation(snapshot, batchSize, inputs, layers, nonFinite, outputs, gradients, compared, heldOut);
    }

    /** The same observation with what held-out examples showed. */
    public Observation with(HeldOut other) {
        return new Observation(snapshot, batchSize, inputs, layers, nonFinite, outputs, gradients, checks, other);
    }

    private static Matrix input(LayerFacts facts, Capture capture, Map<String, Matrix> inputs) {
        String name = facts.inputs().isEmpty() ? "" : facts.inputs().get(0);
        return capture.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .map(LayerCapture::activation)
                .findFirst()
                .orElse(inputs.getOrDefault(name, Matrix.EMPTY));
    }
}
