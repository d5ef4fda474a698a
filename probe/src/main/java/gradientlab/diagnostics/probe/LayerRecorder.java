package gradientlab.diagnostics.probe;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LastTimeStepLayer;
import org.deeplearning4j.nn.layers.recurrent.TimeDistributedLayer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Records one layer or vertex of the replica while a batch passes forward and its gradient back.
 *
 * <p>Steps that the layer masks, or the loss, are left out of its rows. A convolution over time that changes the length of
 * the sequence keeps them.
 */
final class LayerRecorder {

    private final String name;
    private final String keyPrefix;
    private final String kind;
    private final Layer layer;
    private final Instrument instrument;
    private final Formats formats;
    private final Optional<Recurrence> recurrence;
    private final Passage passage;
    private final boolean tapped;
    private boolean[] masked = new boolean[0];
    private int sequences;
    private Map<String, INDArray> gradients = Map.of();

    /**
     * @param keyPrefix what stands before the underscore in the key of a parameter
     * @param layer null for a vertex without one
     */
    LayerRecorder(String name, String keyPrefix, String kind, Layer layer, Instrument instrument, Formats formats) {
        this.name = name;
        this.keyPrefix = keyPrefix;
        this.kind = kind;
        this.layer = layer;
        this.instrument = instrument;
        this.formats = formats;
        this.recurrence =
                layer == null ? Optional.empty() : Recurrence.of(layer.conf().getLayer());
        this.passage = new Passage(formats);
        this.tapped = recurrence.isPresent() && tap(layer, passage);
    }

    /** A last time step shows one step; what passes through the layer inside it shows all. */
    private static boolean tap(Layer layer, Passage passage) {
        if (layer instanceof LastTimeStepLayer last) {
            last.setUnderlying(new Tap(last.getUnderlying(), passage));
            return true;
        }
        return layer instanceof BaseWrapperLayer wrapper && tap(wrapper.getUnderlying(), passage);
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

    /** Called before the passes where the batch has a mask: the one that reaches the layer, or null. */
    void arrivingMask(INDArray arriving) {
        passage.arrivingMask(arriving);
    }

    /** @param input what the layer was given, after its preprocessor; null for a vertex */
    void forward(INDArray input, INDArray output) {
        switch (instrument.reading()) {
            case NONLINEARITY -> {}
            case LOSS -> {
                sequences = output.rank() == 3 ? Math.toIntExact(output.size(0)) : 0;
                recording().activation(formats.matrix(output));
            }
            case INPUT -> {
                recording().preActivation(formats.matrix(input));
                recording().activation(formats.matrix(output));
            }
            case OUTPUT -> {
                Matrix a = formats.matrix(output);
                recording().preActivation(a);
                recording().activation(a);
            }
        }
        if (recurrence.isPresent() && !tapped) {
            passage.forward(input, output, layer.getMaskArray());
        }
        if (layer != null && instrument.reading() != Reading.LOSS) {
            masked = MaskedRows.masked(recurrence.isPresent() ? passage.counted() : mask(input));
            recording().map(z -> MaskedRows.unmasked(z, masked));
        }
    }

    /**
     * Called before the backward pass of the layer, which may overwrite epsilon.
     *
     * @param epsilon null at an output layer
     */
    void arriving(INDArray epsilon) {
        if (instrument.reading() == Reading.OUTPUT && epsilon != null) {
            recording().delta(formats.matrix(epsilon));
        }
        if (recurrence.isPresent() && !tapped && epsilon != null) {
            passage.backward(epsilon);
        }
    }

    /** Called after the backward pass of the layer. */
    void leaving(Gradient gradient, INDArray epsilon) {
        if (instrument.reading() == Reading.INPUT) {
            recording().delta(formats.matrix(epsilon));
        }
        if (instrument.reading() == Reading.LOSS) {
            recording().orderAndUnmask(sequences);
        } else {
            recording().delta(MaskedRows.unmasked(recording().delta(), masked));
        }
        gradients = gradient == null ? Map.of() : gradient.gradientForVariable();
    }

    /** One, or for a bidirectional layer its two directions and their junction. */
    List<LayerCapture> captures(int examples) {
        LayerCapture plain = new LayerCapture(
                name,
                kind,
                nonlinearity(),
                recording().preActivation(),
                recording().activation(),
                perExample(recording().delta(), examples),
                layer == null ? List.of() : new ParameterReader(layer, keyPrefix, examples).read(gradients));
        return recurrence
                .map(r -> new RecurrentReader(r, formats).read(plain, passage, layer.paramTable()))
                .orElse(List.of(plain));
    }

    void clear() {
        recording().clear();
        passage.clear();
        gradients = Map.of();
        masked = new boolean[0];
    }

    private Recording recording() {
        return instrument.recording();
    }

    /** DL4J lists the steps of a time-distributed layer's mask one by one, its rows example by example. */
    private INDArray mask(INDArray input) {
        INDArray mask = layer.getMaskArray();
        return mask != null && layer instanceof TimeDistributedLayer && input.rank() == 3
                ? mask.reshape('f', input.size(0), mask.length() / input.size(0))
                : mask;
    }

    /** DL4J's gradients are sums over the batch. */
    private static Matrix perExample(Matrix sum, int examples) {
        return new Matrix(sum.rows(), sum.columns(), HostArrays.divide(sum.values(), examples));
    }
}
