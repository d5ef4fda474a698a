package gradientlab.rulebenchmark.foreign;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Changes of one layer of a fresh network. A network without a layer of that name, or a layer without what is to be changed,
 * stays as it is.
 *
 * @param name as DL4J has it
 */
record NamedLayer(String name) {

    private static final String WEIGHTS = "W";
    private static final String RECURRENT_WEIGHTS = "RW";
    private static final String BIAS = "b";

    /** Weights this much wider than a formula says are those that a finding calls too wide. */
    private static final double TOO_WIDE = 2;

    /** Draws the weights from N(0, std²). */
    Consumer<Model> weights(double std) {
        return model -> in(model).ifPresent(layer -> draw(layer, WEIGHTS, std));
    }

    /** Draws the recurrent weights from N(0, std²). */
    Consumer<Model> recurrentWeights(double std) {
        return model -> in(model).ifPresent(layer -> draw(layer, RECURRENT_WEIGHTS, std));
    }

    /** Sets the bias. */
    Consumer<Model> bias(double value) {
        return model -> in(model).flatMap(layer -> parameter(layer, BIAS)).ifPresent(b -> b.assign(value));
    }

    /** Sets the bias of the forget gates of an LSTM, which are the second quarter. */
    Consumer<Model> forgetBias(double value) {
        return model -> in(model).flatMap(layer -> parameter(layer, BIAS)).ifPresent(b -> {
            long units = b.length() / 4;
            b.get(NDArrayIndex.all(), NDArrayIndex.interval(units, 2 * units)).assign(value);
        });
    }

    /** Gives it another nonlinearity. */
    Consumer<Model> activation(Activation activation) {
        return model -> in(model).ifPresent(layer -> {
            var configuration = unwrapped(layer).conf().getLayer();
            if (configuration instanceof BaseLayer weighted) {
                weighted.setActivationFn(activation.getActivationFunction());
            } else if (configuration instanceof ActivationLayer alone) {
                alone.setActivationFn(activation.getActivationFunction());
            }
        });
    }

    /** Gives it and all other layers that have its nonlinearity, but for the output, another one. */
    Consumer<Model> activationLikewise(Activation activation) {
        return model -> in(model)
                .map(layer -> unwrapped(layer).conf().getLayer())
                .filter(BaseLayer.class::isInstance)
                .map(layer -> ((BaseLayer) layer).getActivationFn().getClass())
                .ifPresent(own -> Arrays.stream(Weights.layers(model))
                        .map(layer -> unwrapped(layer).conf().getLayer())
                        .filter(layer -> layer instanceof BaseLayer && !(layer instanceof BaseOutputLayer))
                        .map(BaseLayer.class::cast)
                        .filter(layer -> layer.getActivationFn().getClass() == own)
                        .forEach(layer -> layer.setActivationFn(activation.getActivationFunction())));
    }

    /** Sets the biases of all other layers to 0 that are more than half as large as its own. */
    Consumer<Model> noLargerBias() {
        return model -> in(model).flatMap(layer -> parameter(layer, BIAS)).ifPresent(own -> {
            double limit = rms(own) / 2;
            Arrays.stream(Weights.layers(model))
                    .filter(layer -> !name.equals(nameOf(layer)))
                    .forEach(layer ->
                            parameter(layer, BIAS).filter(b -> rms(b) > limit).ifPresent(b -> b.assign(0)));
        });
    }

    /** Sets the share that a batch norm keeps of its running statistics in each update. */
    Consumer<Model> decay(double decay) {
        return model -> in(model).ifPresent(layer -> {
            if (layer.conf().getLayer() instanceof BatchNormalization norm) {
                norm.setDecay(decay);
            }
        });
    }

    /**
     * Draws the weights of other layers that are more than twice as wide as the formula of this one says, gain / √fan-in, by
     * that formula, and sets their biases to 0.
     *
     * @param std what the formula says of this layer
     */
    Consumer<Model> likewise(double std) {
        return model -> in(model).flatMap(layer -> parameter(layer, WEIGHTS)).ifPresent(own -> {
            double gain = std * Math.sqrt(fanIn(own));
            Arrays.stream(Weights.layers(model))
                    .filter(layer -> !name.equals(nameOf(layer)))
                    .forEach(layer -> parameter(layer, WEIGHTS)
                            .filter(w -> rms(w) > TOO_WIDE * gain / Math.sqrt(fanIn(w)))
                            .ifPresent(w -> {
                                draw(layer, WEIGHTS, gain / Math.sqrt(fanIn(w)));
                                parameter(layer, BIAS).ifPresent(b -> b.assign(0));
                            }));
        });
    }

    private Optional<Layer> in(Model model) {
        return Arrays.stream(Weights.layers(model))
                .filter(layer -> name.equals(nameOf(layer)))
                .findFirst();
    }

    private static Layer unwrapped(Layer layer) {
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }

    private static String nameOf(Layer layer) {
        return layer.conf().getLayer().getLayerName();
    }

    private static Optional<INDArray> parameter(Layer layer, String key) {
        return Optional.ofNullable(layer.paramTable()).map(all -> all.get(key));
    }

    /** With numbers that follow from the seed of the network and the name of the layer alone. */
    private static void draw(Layer layer, String key, double std) {
        parameter(layer, key).ifPresent(w -> {
            Random random = new Random(layer.conf().getSeed() + nameOf(layer).hashCode());
            float[] values = new float[(int) w.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (std * random.nextGaussian());
            }
            w.assign(Nd4j.create(values, w.shape(), 'c'));
        });
    }

    /** Of a dense layer the rows of [in, out]; of a convolution, [out, in, …], what is left without the maps. */
    private static double fanIn(INDArray weights) {
        return (double) (weights.rank() == 2 ? weights.size(0) : weights.length() / weights.size(0));
    }

    private static double rms(INDArray values) {
        return values.norm2Number().doubleValue() / Math.sqrt((double) values.length());
    }
}
