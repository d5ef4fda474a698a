package gradientlab.rulebenchmark.foreign;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;

/** The architectures, built from DL4J's layers as its own examples build them. */
final class Nets {

    private static final int MAPS = 4;
    private static final int WORD = 8;

    private Nets() {}

    /** Where a layer is put: a list, or the end of a chain in a graph. */
    private interface Stack {
        void add(Layer layer);
    }

    /** The end of a chain of layers in a graph. */
    private static final class Chain implements Stack {

        private final GraphBuilder graph;
        private final String prefix;
        private String last;
        private int count;

        Chain(GraphBuilder graph, String prefix, String input) {
            this.graph = graph;
            this.prefix = prefix;
            this.last = input;
        }

        @Override
        public void add(Layer layer) {
            String name = prefix + count++;
            graph.addLayer(name, layer, last);
            last = name;
        }

        void plus(String skip) {
            String name = prefix + "sum" + count++;
            graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), last, skip);
            last = name;
        }
    }

    /** Dense layers of one width, the last one as narrow as the setup says. */
    static Model dense(Setup setup, ForeignTask task, long seed) {
        ListBuilder list = setup.common(seed).list();
        for (int i = 0; i < setup.depth; i++) {
            boolean last = i == setup.depth - 1;
            hidden(list::layer, setup, last && setup.narrow > 0 ? setup.narrow : setup.width);
        }
        output(list::layer, setup, task);
        return network(list, InputType.feedForward(task.inputs().get(0)[0]));
    }

    /** Dense layers that narrow to a code and widen again. */
    static Model autoencoder(Setup setup, ForeignTask task, long seed) {
        ListBuilder list = setup.common(seed).list();
        for (int i = 1; i < setup.depth; i++) {
            hidden(list::layer, setup, setup.width);
        }
        hidden(list::layer, setup, setup.narrow);
        for (int i = 1; i < setup.depth; i++) {
            hidden(list::layer, setup, setup.width);
        }
        output(list::layer, setup, task);
        return network(list, InputType.feedForward(task.inputs().get(0)[0]));
    }

    /** Convolution, pooling, convolution, pooling, dense. */
    static Model convolutions(Setup setup, ForeignTask task, long seed) {
        ListBuilder list = setup.common(seed).list();
        for (int i = 0; i < 2; i++) {
            convolution(list::layer, setup, MAPS * (i + 1));
            list.layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(2, 2)
                    .stride(2, 2)
                    .build());
        }
        hidden(list::layer, setup, setup.narrow > 0 ? setup.narrow : setup.width);
        output(list::layer, setup, task);
        return network(list, InputType.convolutionalFlat(SmallImages.DIGIT, SmallImages.DIGIT, 1));
    }

    /** A graph of convolutions whose maps are pooled as a whole. */
    static Model pooledConvolutions(Setup setup, ForeignTask task, long seed) {
        GraphBuilder graph = setup.common(seed).graphBuilder().addInputs("image");
        Chain chain = new Chain(graph, "conv", "image");
        for (int i = 0; i < setup.depth; i++) {
            convolution(chain, setup, i == setup.depth - 1 && setup.narrow > 0 ? setup.narrow : 2 * MAPS);
        }
        chain.add(new GlobalPoolingLayer.Builder(PoolingType.MAX).build());
        return graph(graph, chain, setup, task, InputType.convolutionalFlat(SmallImages.SHAPE, SmallImages.SHAPE, 1));
    }

    /** A graph of dense blocks of two layers with skips around them. */
    static Model residual(Setup setup, ForeignTask task, long seed) {
        GraphBuilder graph = setup.common(seed).graphBuilder().addInputs("in");
        Chain chain = new Chain(graph, "dense", "in");
        hidden(chain, setup, setup.width);
        for (int i = 0; i < setup.depth; i++) {
            String skip = chain.last;
            hidden(chain, setup, setup.narrow > 0 ? setup.narrow : setup.width);
            chain.add(new DenseLayer.Builder()
                    .nOut(setup.width)
                    .activation(Activation.IDENTITY)
                    .build());
            if (setup.batchNorm) {
                chain.add(new BatchNormalization());
            }
            chain.plus(skip);
            chain.add(new ActivationLayer(setup.hidden));
        }
        return graph(
                graph, chain, setup, task, InputType.feedForward(task.inputs().get(0)[0]));
    }

    /** A graph with a branch for each of two inputs, merged. */
    static Model merged(Setup setup, ForeignTask task, long seed) {
        GraphBuilder graph = setup.common(seed).graphBuilder().addInputs("left", "right");
        Chain left = new Chain(graph, "left", "left");
        Chain right = new Chain(graph, "right", "right");
        for (int i = 1; i < setup.depth; i++) {
            hidden(left, setup, setup.width);
            hidden(right, setup, setup.width);
        }
        graph.addVertex("both", new MergeVertex(), left.last, right.last);
        Chain both = new Chain(graph, "both", "both");
        hidden(both, setup, setup.narrow > 0 ? setup.narrow : setup.width);
        return graph(
                graph,
                both,
                setup,
                task,
                InputType.feedForward(task.inputs().get(0)[0]),
                InputType.feedForward(task.inputs().get(1)[0]));
    }

    /** LSTMs, of which the last step is read. */
    static Model lstm(Setup setup, ForeignTask task, long seed) {
        ListBuilder list = setup.common(seed).list();
        for (int i = 0; i < setup.depth; i++) {
            LSTM lstm = new LSTM.Builder().nOut(setup.width).build();
            list.layer(i == setup.depth - 1 ? new LastTimeStep(lstm) : lstm);
        }
        dropout(list::layer, setup);
        output(list::layer, setup, task);
        return network(list, recurrent(task));
    }

    /** Simple recurrent layers with an output at every step. */
    static Model rnn(Setup setup, ForeignTask task, long seed) {
        ListBuilder list = setup.common(seed).list();
        for (int i = 0; i < setup.depth; i++) {
            list.layer(new SimpleRnn.Builder().nOut(setup.width).build());
        }
        dropout(list::layer, setup);
        list.layer(new RnnOutputLayer.Builder(setup.loss)
                .nOut(task.outputs())
                .activation(setup.output)
                .build());
        return network(list, recurrent(task));
    }

    /** Embedded words, their mean, dense. */
    static Model embedding(Setup setup, ForeignTask task, long seed) {
        int words = (int) task.inputs().get(0)[0];
        ListBuilder list = setup.common(seed).list();
        list.layer(new EmbeddingSequenceLayer.Builder()
                .nIn(Sequences.WORDS)
                .nOut(WORD)
                .inputLength(words)
                .activation(Activation.IDENTITY)
                .build());
        list.layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
        for (int i = 0; i < setup.depth; i++) {
            hidden(list::layer, setup, setup.narrow > 0 ? setup.narrow : setup.width);
        }
        output(list::layer, setup, task);
        // otherwise DL4J takes the number of words in a row for that of all words
        return network(list.overrideNinUponBuild(false), InputType.feedForward(words));
    }

    /** Convolutions along time, pooled. */
    static Model convolutions1d(Setup setup, ForeignTask task, long seed) {
        ListBuilder list = setup.common(seed).list();
        for (int i = 0; i < setup.depth; i++) {
            normed(
                    list::layer,
                    setup,
                    new Convolution1DLayer.Builder(5)
                            .convolutionMode(ConvolutionMode.Same)
                            .nOut(2 * MAPS));
            if (i == 0) {
                list.layer(new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 2, 2).build());
            }
        }
        list.layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build());
        hidden(list::layer, setup, setup.narrow > 0 ? setup.narrow : setup.width);
        output(list::layer, setup, task);
        return network(list, recurrent(task));
    }

    private static InputType recurrent(ForeignTask task) {
        return InputType.recurrent(task.inputs().get(0)[0], task.inputs().get(0)[1]);
    }

    private static void convolution(Stack stack, Setup setup, int maps) {
        normed(
                stack,
                setup,
                new ConvolutionLayer.Builder(3, 3)
                        .convolutionMode(ConvolutionMode.Same)
                        .nOut(maps));
    }

    private static void hidden(Stack stack, Setup setup, int units) {
        normed(stack, setup, new DenseLayer.Builder().nOut(units));
        dropout(stack, setup);
    }

    private static void normed(Stack stack, Setup setup, FeedForwardLayer.Builder<?> layer) {
        if (setup.batchNorm) {
            stack.add(layer.activation(Activation.IDENTITY).build());
            stack.add(new BatchNormalization());
            stack.add(new ActivationLayer(setup.hidden));
        } else {
            stack.add(layer.build());
        }
    }

    private static void dropout(Stack stack, Setup setup) {
        if (setup.kept < 1) {
            stack.add(new DropoutLayer(setup.kept));
        }
    }

    private static void output(Stack stack, Setup setup, ForeignTask task) {
        if (setup.onLogits == null) {
            stack.add(new OutputLayer.Builder(setup.loss)
                    .nOut(task.outputs())
                    .activation(setup.output)
                    .build());
        } else {
            stack.add(new DenseLayer.Builder()
                    .nOut(task.outputs())
                    .activation(setup.onLogits)
                    .build());
            stack.add(new LossLayer.Builder(setup.loss).activation(setup.output).build());
        }
    }

    /** DL4J would refuse some of the faults. */
    private static Model network(ListBuilder list, InputType input) {
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.validateOutputLayerConfig(false).setInputType(input).build());
        network.init();
        return network;
    }

    private static Model graph(GraphBuilder graph, Chain chain, Setup setup, ForeignTask task, InputType... inputs) {
        output(chain, setup, task);
        ComputationGraph built = new ComputationGraph(graph.setOutputs(chain.last)
                .setInputTypes(inputs)
                .validateOutputLayerConfig(false)
                .build());
        built.init();
        return built;
    }
}
