package gradientlab.rulebenchmark.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Builds the network of a program from plain DL4J layers: a stack, or a graph where layers have a skip around them. */
final class CaseNet {

    /** A skip around the layers in it; what is left out starts before the first of them. */
    private static final String RESIDUAL = "residual";

    /** Their weights are drawn as the case says, and as Glorot says where it does not. */
    private static final Set<String> DRAWN = Set.of("dense", "conv2d");

    private final Spec program;
    private final Spec net;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Spec> specs = new ArrayList<>();
    /** For each sum of a skip: after which layer it comes, and after which layer the skip starts. */
    private final List<int[]> skips = new ArrayList<>();

    private CaseNet(Spec program) {
        this.program = program;
        this.net = program.child("net");
        add(net.children("layers"));
        Spec output = net.child("output");
        layers.add(CaseLayers.output(output));
        specs.add(CaseLayers.bareLoss(output) ? null : output);
    }

    /** The initialised network; the seed decides its parameters and its dropout. */
    static Model of(Spec program, long seed) {
        CaseNet built = new CaseNet(program);
        return built.skips.isEmpty() ? built.stack(seed) : built.graph(seed);
    }

    private void add(List<Spec> inside) {
        for (Spec spec : inside) {
            for (int i = 0; i < spec.whole("repeat", 1); i++) {
                add(spec);
            }
        }
    }

    private void add(Spec spec) {
        switch (spec.text("type")) {
            case RESIDUAL -> {
                int from = layers.size();
                add(spec.children("layers"));
                skips.add(new int[] {layers.size(), from});
            }
            case "flatten" -> {
                // DL4J flattens by itself where a dense layer follows
            }
            default -> {
                layers.add(CaseLayers.hidden(spec));
                specs.add(spec);
            }
        }
    }

    private NeuralNetConfiguration.Builder common(long seed) {
        NeuralNetConfiguration.Builder common = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(CaseParts.updater(program))
                .miniBatch(!program.text("lossReduction", "mean").equals("sum"))
                .minimize(!program.flag("maximise"));
        if (program.has("regularisation")) {
            Spec all = program.child("regularisation");
            common.l1(all.number("l1", 0)).l2(all.number("l2", 0)).l2Bias(all.number("l2Bias", 0));
            common.weightDecay(all.number("weightDecay", 0));
        }
        if (program.has("gradientNormalization")) {
            Spec normal = program.child("gradientNormalization");
            common.gradientNormalization(GradientNormalization.valueOf(normal.text("kind")));
            common.gradientNormalizationThreshold(normal.number("threshold", 1));
        }
        return common;
    }

    private Model stack(long seed) {
        NeuralNetConfiguration.ListBuilder list = common(seed).list();
        layers.forEach(list::layer);
        if (specs.get(0) != null && specs.get(0).text("type", "").equals("embedding")) {
            // otherwise DL4J takes the number of words in a row for that of all words
            list.overrideNinUponBuild(false);
        }
        // Some of the faults are exactly what DL4J would refuse.
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.validateOutputLayerConfig(false).setInputType(input()).build());
        network.init();
        draw(network.getLayers(), seed);
        return network;
    }

    private Model graph(long seed) {
        GraphBuilder graph = common(seed).graphBuilder().addInputs("in");
        String[] after = new String[layers.size() + 1];
        after[0] = "in";
        for (int i = 0; i < layers.size(); i++) {
            graph.addLayer("layer" + i, layers.get(i), after[i]);
            after[i + 1] = "layer" + i;
            for (int[] skip : skips) {
                if (skip[0] == i + 1) {
                    graph.addVertex(
                            "sum" + i, new ElementWiseVertex(ElementWiseVertex.Op.Add), after[i + 1], after[skip[1]]);
                    after[i + 1] = "sum" + i;
                }
            }
        }
        ComputationGraph network = new ComputationGraph(graph.setOutputs(after[layers.size()])
                .setInputTypes(input())
                .validateOutputLayerConfig(false)
                .build());
        network.init();
        org.deeplearning4j.nn.api.Layer[] built = new org.deeplearning4j.nn.api.Layer[layers.size()];
        for (int i = 0; i < built.length; i++) {
            built[i] = network.getLayer("layer" + i);
        }
        draw(built, seed);
        return network;
    }

    private void draw(org.deeplearning4j.nn.api.Layer[] built, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < built.length; i++) {
            Spec spec = specs.get(i);
            if (spec != null && !spec.has("dl4j") && DRAWN.contains(spec.text("type", "dense"))) {
                int kernel = spec.whole("kernel", 1);
                CaseParameters.into(built[i], spec, kernel * kernel, random);
            } else if (spec != null) {
                CaseParameters.onlyAsSaid(built[i], spec, random);
            }
        }
    }

    private InputType input() {
        double[] shape = net.numbers("input");
        return switch (shape.length) {
            case 1 -> InputType.feedForward((int) shape[0]);
            case 2 -> InputType.recurrent((long) shape[0], (long) shape[1]);
            default -> InputType.convolutionalFlat((int) shape[1], (int) shape[2], (int) shape[0]);
        };
    }
}
