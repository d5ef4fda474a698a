package gradientlab.diagnostics.probe;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.parts.ActivationReader;
import gradientlab.diagnostics.parts.LayerKinds;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/**
 * How a kind of layer is read, and the recorder built into its configuration where one is needed.
 *
 * <p>"To understand a new kind of layer, edit one place": {@link #into}. It changes the configuration it is given,
 * which therefore has to be the replica's own.
 */
record Instrument(Reading reading, ActivationFunction nonlinearity, Recording recording) {

    /** For a layer or vertex nothing is known about: its output and what arrives there. */
    static Instrument plain() {
        return new Instrument(Reading.OUTPUT, ActivationFunction.OTHER, new Recording());
    }

    static Instrument into(Layer layer, Formats formats) {
        withoutNoise(layer);
        if (LayerKinds.plainConvolution(layer)) {
            return inside((BaseLayer) layer, formats, Formats.CHANNELS_FIRST);
        } else if (LayerKinds.multiplies(layer) || LayerKinds.embeds(layer)) {
            return inside((BaseLayer) layer, formats, formats);
        } else if (layer instanceof ActivationLayer activation) {
            return activation(activation, formats);
        } else if (layer instanceof BaseOutputLayer output) {
            return output(output);
        } else if (layer instanceof LossLayer loss) {
            return loss(loss);
        } else if (layer instanceof RnnLossLayer loss) {
            return loss(loss);
        } else if (layer instanceof PReLULayer) {
            return new Instrument(Reading.INPUT, ActivationFunction.PRELU, new Recording());
        } else if (LayerKinds.linearDense(layer) || LayerKinds.linearLocal(layer)) {
            return new Instrument(Reading.OUTPUT, ActivationFunction.IDENTITY, new Recording());
        }
        boolean linear =
                layer instanceof BatchNormalization || layer instanceof SubsamplingLayer || LayerKinds.linear(layer);
        return linear ? new Instrument(Reading.OUTPUT, ActivationFunction.IDENTITY, new Recording()) : plain();
    }

    /** Dropout, dropconnect and the like are off: a capture shows the network, not one draw of noise. */
    static void withoutNoise(Layer layer) {
        layer.setIDropout(null);
        if (layer instanceof BaseLayer base) {
            base.setWeightNoise(null);
        }
    }

    private static Instrument inside(BaseLayer layer, Formats formats, Formats deltaFormats) {
        Recording recording = new Recording();
        ActivationFunction nonlinearity = ActivationReader.of(layer.getActivationFn());
        layer.setActivationFn(new RecordingActivation(layer.getActivationFn(), recording, formats, deltaFormats));
        return new Instrument(Reading.NONLINEARITY, nonlinearity, recording);
    }

    private static Instrument activation(ActivationLayer layer, Formats formats) {
        Recording recording = new Recording();
        ActivationFunction nonlinearity = ActivationReader.of(layer.getActivationFn());
        layer.setActivationFn(new RecordingActivation(layer.getActivationFn(), recording, formats, formats));
        return new Instrument(Reading.NONLINEARITY, nonlinearity, recording);
    }

    private static Instrument output(BaseOutputLayer layer) {
        Recording recording = new Recording();
        layer.setLossFn(new RecordingLoss(layer.getLossFn(), recording));
        return new Instrument(Reading.LOSS, ActivationReader.of(layer.getActivationFn()), recording);
    }

    private static Instrument loss(LossLayer layer) {
        Recording recording = new Recording();
        layer.setLossFn(new RecordingLoss(layer.getLossFn(), recording));
        return new Instrument(Reading.LOSS, ActivationReader.of(layer.getActivationFn()), recording);
    }

    private static Instrument loss(RnnLossLayer layer) {
        Recording recording = new Recording();
        layer.setLossFn(new RecordingLoss(layer.getLossFn(), recording));
        return new Instrument(Reading.LOSS, ActivationReader.of(layer.getActivationFn()), recording);
    }
}
