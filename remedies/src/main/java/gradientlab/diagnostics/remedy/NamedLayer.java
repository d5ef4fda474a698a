package gradientlab.diagnostics.remedy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Changes of one layer of a network; each says whether the layer has what was to be changed. */
record NamedLayer(String name, Layer layer) {

    private static final String WEIGHTS = "W";
    private static final String RECURRENT_WEIGHTS = "RW";
    private static final String BIAS = "b";

    private static final Map<Activation, Supplier<ILossFunction>> FITTING = Map.of(
            Activation.SOFTMAX, LossMCXENT::new,
            Activation.SIGMOID, LossBinaryXENT::new,
            Activation.IDENTITY, LossMSE::new);

    /** The layer of a name; empty where the network has none. */
    static Optional<NamedLayer> of(Model network, String name) {
        Layer[] layers = network instanceof ComputationGraph graph
                ? graph.getLayers()
                : ((MultiLayerNetwork) network).getLayers();
        return Arrays.stream(layers)
                .filter(layer -> name.equals(layer.conf().getLayer().getLayerName()))
                .findFirst()
                .map(layer -> new NamedLayer(name, layer));
    }

    /** Draws the weights from N(0, std²). */
    boolean weights(double std) {
        return change(WEIGHTS, w -> draw(w, std));
    }

    /** Draws the recurrent weights from N(0, std²). */
    boolean recurrentWeights(double std) {
        return change(RECURRENT_WEIGHTS, w -> draw(w, std));
    }

    /** Sets the bias. */
    boolean bias(double value) {
        return change(BIAS, b -> b.assign(value));
    }

    /** Sets the bias of the forget gates of an LSTM, which are the second quarter. */
    boolean forgetBias(double value) {
        return change(BIAS, b -> {
            long units = b.length() / 4;
            b.get(NDArrayIndex.all(), NDArrayIndex.interval(units, 2 * units)).assign(value);
        });
    }

    /** Gives it another nonlinearity. */
    boolean activation(Activation activation) {
        var configuration = unwrapped(layer).conf().getLayer();
        if (configuration instanceof BaseLayer weighted) {
            weighted.setActivationFn(activation.getActivationFunction());
            return true;
        } else if (configuration instanceof ActivationLayer alone) {
            alone.setActivationFn(activation.getActivationFunction());
            return true;
        }
        return false;
    }

    /** Whether there is a loss function that fits a nonlinearity of an output. */
    static boolean hasLoss(Activation activation) {
        return FITTING.containsKey(activation);
    }

    /** Gives an output layer a nonlinearity that {@link #hasLoss} and the loss function that fits it. */
    boolean output(Activation activation) {
        if (!(unwrapped(layer).conf().getLayer() instanceof BaseOutputLayer output)) {
            return false;
        }
        output.setActivationFn(activation.getActivationFunction());
        output.setLossFn(FITTING.get(activation).get());
        return true;
    }

    /** Sets the share that a batch norm keeps of its running statistics in each update. */
    boolean decay(double decay) {
        if (layer.conf().getLayer() instanceof BatchNormalization norm) {
            norm.setDecay(decay);
            return true;
        }
        return false;
    }

    private static Layer unwrapped(Layer layer) {
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }

    private boolean change(String key, Consumer<INDArray> change) {
        Optional<INDArray> parameter = Optional.ofNullable(layer.paramTable()).map(all -> all.get(key));
        parameter.ifPresent(change);
        return parameter.isPresent();
    }

    /** With numbers that follow from the seed of the network and the name of the layer alone. */
    private void draw(INDArray w, double std) {
        Random random = new Random(layer.conf().getSeed() + name.hashCode());
        float[] values = new float[(int) w.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (std * random.nextGaussian());
        }
        w.assign(Nd4j.create(values, w.shape(), 'c'));
    }
}
