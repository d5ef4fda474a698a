package gradientlab.rulebenchmark.foreign;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
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

    /** Sets the share that a batch norm keeps of its running statistics in each update. */
    Consumer<Model> decay(double decay) {
        return model -> in(model).ifPresent(layer -> {
            if (layer.conf().getLayer() instanceof BatchNormalization norm) {
                norm.setDecay(decay);
            }
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
}
