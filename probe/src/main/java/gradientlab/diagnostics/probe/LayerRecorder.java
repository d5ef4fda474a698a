package gradientlab.diagnostics.probe;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Records one layer or vertex of the replica while a batch passes forward and its gradient back. */
final class LayerRecorder {

    private final String name;
    private final String keyPrefix;
    private final String kind;
    private final Layer layer;
    private final Instrument instrument;
    private final boolean channelsLast;
    private Map<String, INDArray> gradients = Map.of();

    /**
     * @param keyPrefix what stands before the underscore in the key of a parameter
     * @param layer null for a vertex without one
     */
    LayerRecorder(
            String name, String keyPrefix, String kind, Layer layer, Instrument instrument, boolean channelsLast) {
        this.name = name;
        this.keyPrefix = keyPrefix;
        this.kind = kind;
        this.layer = layer;
        this.instrument = instrument;
        this.channelsLast = channelsLast;
    }

    String name() {
        return name;
    }

    ActivationFunction nonlinearity() {
        return instrument.nonlinearity();
    }

    /** The logits, where this is an output layer; only its loss function knows them. */
    Matrix logits() {
        return instrument.reading() == Reading.LOSS ? recording().preActivation() : Matrix.EMPTY;
    }

    /** @param input what the layer was given, after its preprocessor; null for a vertex */
    void forward(INDArray input, INDArray output) {
        switch (instrument.reading()) {
            case NONLINEARITY -> {}
            case LOSS -> recording().activation(HostArrays.matrix(output, channelsLast));
            case INPUT -> {
                recording().preActivation(HostArrays.matrix(input, channelsLast));
                recording().activation(HostArrays.matrix(output, channelsLast));
            }
            case OUTPUT -> {
                Matrix a = HostArrays.matrix(output, channelsLast);
                recording().preActivation(a);
                recording().activation(a);
            }
        }
    }

    /**
     * Called before the backward pass of the layer, which may overwrite epsilon.
     *
     * @param epsilon null at an output layer
     */
    void arriving(INDArray epsilon) {
        if (instrument.reading() == Reading.OUTPUT && epsilon != null) {
            recording().delta(HostArrays.matrix(epsilon, channelsLast));
        }
    }

    /** Called after the backward pass of the layer. */
    void leaving(Gradient gradient, INDArray epsilon) {
        if (instrument.reading() == Reading.INPUT) {
            recording().delta(HostArrays.matrix(epsilon, channelsLast));
        }
        gradients = gradient == null ? Map.of() : gradient.gradientForVariable();
    }

    LayerCapture capture(int examples) {
        return new LayerCapture(
                name,
                kind,
                nonlinearity(),
                recording().preActivation(),
                recording().activation(),
                perExample(recording().delta(), examples),
                layer == null ? List.of() : new ParameterReader(layer, keyPrefix, examples).read(gradients));
    }

    void clear() {
        recording().clear();
        gradients = Map.of();
    }

    private Recording recording() {
        return instrument.recording();
    }

    /** DL4J's gradients are sums over the batch. */
    private static Matrix perExample(Matrix sum, int examples) {
        return new Matrix(sum.rows(), sum.columns(), HostArrays.divide(sum.values(), examples));
    }
}
