package gradientlab.rulebenchmark.cases;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;

/** DL4J's layers by the names of the cases. */
final class CaseLayers {

    private CaseLayers() {}

    /** A hidden layer; {@code frozen} and {@code last}, the last time step alone, wrap it. */
    static Layer hidden(Spec spec) {
        Layer layer = CaseParts.with(spec, Layer.class, bare(spec));
        layer = spec.flag("bidirectional") ? new Bidirectional(Bidirectional.Mode.CONCAT, layer) : layer;
        layer = spec.flag("last") ? new LastTimeStep(layer) : layer;
        return spec.flag("frozen") ? new FrozenLayer(layer) : layer;
    }

    private static Layer bare(Spec spec) {
        return switch (spec.text("type")) {
            case "dense" ->
                new DenseLayer.Builder()
                        .nOut(spec.whole("units"))
                        .activation(CaseParts.activation(spec))
                        .hasBias(bias(spec))
                        .l2(spec.number("l2", 0))
                        .build();
            case "conv2d" -> convolution(spec);
            case "conv1d" ->
                new Convolution1DLayer.Builder(spec.whole("kernel"))
                        .stride(spec.whole("stride", 1))
                        .convolutionMode(mode(spec))
                        .nOut(spec.whole("units"))
                        .activation(CaseParts.activation(spec))
                        .build();
            case "lstm" ->
                new LSTM.Builder()
                        .nOut(spec.whole("units"))
                        .forgetGateBiasInit(spec.number("forgetBias", 1))
                        .build();
            case "rnn" ->
                new SimpleRnn.Builder()
                        .nOut(spec.whole("units"))
                        .activation(CaseParts.activation(spec))
                        .build();
            case "embedding" ->
                new EmbeddingSequenceLayer.Builder()
                        .nIn(spec.whole("words"))
                        .nOut(spec.whole("units"))
                        .inputLength(spec.whole("length"))
                        .build();
            case "maxpool" -> {
                int size = spec.whole("size", 2);
                yield new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(size, size)
                        .stride(size, size)
                        .build();
            }
            case "maxpool1d" -> new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 2, 2).build();
            case "globalmax" -> new GlobalPoolingLayer.Builder(PoolingType.MAX).build();
            case "globalmean" -> new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
            case "dropout" -> new DropoutLayer.Builder(1 - spec.number("rate")).build();
            case "batchnorm" ->
                new BatchNormalization.Builder().eps(1e-5).decay(0.9).build();
            case "activation" -> new ActivationLayer(CaseParts.activation(spec));
            default -> throw spec.unknown("type");
        };
    }

    private static Layer convolution(Spec spec) {
        int kernel = spec.whole("kernel");
        int stride = spec.whole("stride", 1);
        return new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(mode(spec))
                .nOut(spec.whole("units"))
                .activation(CaseParts.activation(spec))
                .l2(spec.number("l2", 0))
                .build();
    }

    /** The output: a layer of its own, or a loss of what is below. */
    static Layer output(Spec spec) {
        if (bareLoss(spec)) {
            return new LossLayer.Builder(CaseParts.loss(spec))
                    .activation(CaseParts.activation(spec))
                    .build();
        }
        Layer output = new OutputLayer.Builder(CaseParts.loss(spec))
                .nOut(spec.whole("units"))
                .activation(CaseParts.activation(spec))
                .hasBias(bias(spec))
                .l2(spec.number("l2", 0))
                .dropOut(spec.number("keep", 0)) // 0 is none
                .build();
        return CaseParts.with(spec, Layer.class, output);
    }

    static boolean bareLoss(Spec output) {
        return output.text("kind", "dense").equals("loss");
    }

    private static ConvolutionMode mode(Spec spec) {
        return spec.text("padding", "valid").equals("same") ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    private static boolean bias(Spec spec) {
        return !spec.has("bias") || spec.flag("bias");
    }
}
