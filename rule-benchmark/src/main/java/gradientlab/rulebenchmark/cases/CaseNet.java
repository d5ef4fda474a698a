package gradientlab.rulebenchmark.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Builds the network of a program from plain DL4J layers. */
final class CaseNet {

    private final Spec program;
    private final Spec net;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Spec> drawn = new ArrayList<>();

    private CaseNet(Spec program) {
        this.program = program;
        this.net = program.child("net");
        for (Spec layer : net.children("layers")) {
            for (int i = 0; i < layer.whole("repeat", 1); i++) {
                add(layer);
            }
        }
        output(net.child("output"));
    }

    /** The initialised network; the seed decides its parameters and its dropout. */
    static MultiLayerNetwork of(Spec program, long seed) {
        return new CaseNet(program).network(seed);
    }

    private void add(Spec spec) {
        switch (spec.text("type")) {
            case "dense" ->
                weights(
                        spec,
                        new DenseLayer.Builder()
                                .nOut(spec.whole("units"))
                                .activation(CaseParts.activation(spec))
                                .hasBias(bias(spec))
                                .l2(spec.number("l2", 0))
                                .build());
            case "conv2d" -> {
                int kernel = spec.whole("kernel");
                int stride = spec.whole("stride", 1);
                boolean same = spec.text("padding", "valid").equals("same");
                weights(
                        spec,
                        new ConvolutionLayer.Builder(kernel, kernel)
                                .stride(stride, stride)
                                .convolutionMode(same ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                                .nOut(spec.whole("units"))
                                .activation(CaseParts.activation(spec))
                                .l2(spec.number("l2", 0))
                                .build());
            }
            case "maxpool" -> {
                int size = spec.whole("size", 2);
                plain(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(size, size)
                        .stride(size, size)
                        .build());
            }
            case "flatten" -> {
                // DL4J flattens by itself where a dense layer follows
            }
            case "dropout" -> plain(new DropoutLayer.Builder(1 - spec.number("rate")).build());
            case "batchnorm" ->
                plain(new BatchNormalization.Builder().eps(1e-5).decay(0.9).build());
            case "activation" -> plain(new ActivationLayer(CaseParts.activation(spec)));
            default -> throw spec.unknown("type");
        }
    }

    private static boolean bias(Spec spec) {
        return !spec.has("bias") || spec.flag("bias");
    }

    private void output(Spec spec) {
        if (spec.text("kind", "dense").equals("loss")) {
            plain(new LossLayer.Builder(CaseParts.loss(spec))
                    .activation(CaseParts.activation(spec))
                    .build());
        } else {
            weights(
                    spec,
                    new OutputLayer.Builder(CaseParts.loss(spec))
                            .nOut(spec.whole("units"))
                            .activation(CaseParts.activation(spec))
                            .hasBias(bias(spec))
                            .l2(spec.number("l2", 0))
                            .build());
        }
    }

    private void weights(Spec spec, Layer layer) {
        layers.add(layer);
        drawn.add(spec);
    }

    private void plain(Layer layer) {
        layers.add(layer);
        drawn.add(null);
    }

    private MultiLayerNetwork network(long seed) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(CaseParts.updater(program))
                .miniBatch(!program.text("lossReduction", "mean").equals("sum"))
                .list();
        layers.forEach(list::layer);
        // Some of the faults are exactly what DL4J would refuse.
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.validateOutputLayerConfig(false).setInputType(input()).build());
        network.init();
        Random random = new Random(seed);
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.get(i) != null) {
                int kernel = drawn.get(i).whole("kernel", 1);
                CaseParameters.into(network.getLayer(i), drawn.get(i), kernel * kernel, random);
            }
        }
        return network;
    }

    private InputType input() {
        double[] shape = net.numbers("input");
        return shape.length == 1
                ? InputType.feedForward((int) shape[0])
                : InputType.convolutionalFlat((int) shape[1], (int) shape[2], (int) shape[0]);
    }
}
