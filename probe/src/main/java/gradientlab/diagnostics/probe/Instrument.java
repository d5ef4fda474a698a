package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Nonlinearity;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * How a kind of layer is read, and the recorder built into its configuration where one is needed.
 *
 * <p>"To understand a new kind of layer, edit one place": {@link #into}. It changes the configuration it is given,
 * which therefore has to be the replica's own.
 *
 */
record Instrument(Reading reading, Nonlinearity nonlinearity, Recording recording) {

    /** For a layer or vertex nothing is known about: its output and what arrives there. */
    static Instrument plain() {
        return new Instrument(Reading.OUTPUT, Nonlinearity.OTHER, new Recording());
    }

    static Instrument into(Layer layer, boolean channelsLast) {
        withoutNoise(layer);
        Class<? extends Layer> kind = layer.getClass();
        if (kind == DenseLayer.class) {
            return inside((BaseLayer) layer, channelsLast, channelsLast);
        } else if (kind == ConvolutionLayer.class || kind == Convolution2D.class) {
            return inside((BaseLayer) layer, channelsLast, false);
        } else if (layer instanceof ActivationLayer activation) {
            return activation(activation, channelsLast);
        } else if (layer instanceof BaseOutputLayer output) {
            return output(output);
        } else if (layer instanceof LossLayer loss) {
            return loss(loss);
        } else if (layer instanceof PReLULayer) {
            return new Instrument(Reading.INPUT, Nonlinearity.PRELU, new Recording());
        } else if (layer instanceof DenseLayer dense && understands(dense)) {
            return new Instrument(Reading.OUTPUT, Nonlinearity.IDENTITY, new Recording());
        }
        boolean linear = layer instanceof BatchNormalization
                || layer instanceof DropoutLayer
                || layer instanceof SubsamplingLayer;
        return linear ? new Instrument(Reading.OUTPUT, Nonlinearity.IDENTITY, new Recording()) : plain();
    }

    /** A stranger derived from the dense layer shows z only where nothing follows it: z is its output. */
    static boolean understands(DenseLayer layer) {
        return layer.getClass() == DenseLayer.class || layer.getActivationFn() instanceof ActivationIdentity;
    }

    /** Dropout, dropconnect and the like are off: a capture shows the network, not one draw of noise. */
    private static void withoutNoise(Layer layer) {
        layer.setIDropout(null);
        if (layer instanceof BaseLayer base) {
            base.setWeightNoise(null);
        }
    }

    private static Instrument inside(BaseLayer layer, boolean channelsLast, boolean deltaChannelsLast) {
        Recording recording = new Recording();
        Nonlinearity nonlinearity = Nonlinearities.of(layer.getActivationFn());
        layer.setActivationFn(
                new RecordingActivation(layer.getActivationFn(), recording, channelsLast, deltaChannelsLast));
        return new Instrument(Reading.NONLINEARITY, nonlinearity, recording);
    }

    private static Instrument activation(ActivationLayer layer, boolean channelsLast) {
        Recording recording = new Recording();
        Nonlinearity nonlinearity = Nonlinearities.of(layer.getActivationFn());
        layer.setActivationFn(new RecordingActivation(layer.getActivationFn(), recording, channelsLast, channelsLast));
        return new Instrument(Reading.NONLINEARITY, nonlinearity, recording);
    }

    private static Instrument output(BaseOutputLayer layer) {
        Recording recording = new Recording();
        layer.setLossFn(new RecordingLoss(layer.getLossFn(), recording));
        return new Instrument(Reading.LOSS, Nonlinearities.of(layer.getActivationFn()), recording);
    }

    private static Instrument loss(LossLayer layer) {
        Recording recording = new Recording();
        layer.setLossFn(new RecordingLoss(layer.getLossFn(), recording));
        return new Instrument(Reading.LOSS, Nonlinearities.of(layer.getActivationFn()), recording);
    }
}
