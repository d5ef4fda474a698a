package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

class GraphProbeTest {

    private static final InputType INPUT = InputType.feedForward(Nets.INPUTS);

    @Test
    void deltaThroughAResidualConnectionIsTheSlopeOfTheLoss() {
        Nudge first = new Nudge(new ActivationTanH());
        Nudge inner = new Nudge(new ActivationTanH());
        Nudge after = new Nudge(new ActivationReLU());
        ComputationGraph graph = built(Nets.builder(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("in")
                .addLayer("first", Nets.dense(5, first), "in")
                .addLayer("inner", Nets.dense(5, inner), "first")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "inner")
                .addLayer("after", Nets.activation(after), "sum")
                .addLayer("out", Nets.softmax(), "after")
                .setOutputs("out")
                .setInputTypes(INPUT));
        DataSet batch = Nets.batch(DataType.DOUBLE, 1);

        Capture capture = NetworkProbe.of(graph).capture(batch);

        DoubleSupplier loss = () -> graph.score(batch, true);
        assertSlopes(capture.layer("first").delta(), first, loss);
        assertSlopes(capture.layer("inner").delta(), inner, loss);
        assertSlopes(capture.layer("after").delta(), after, loss);
        LayerCapture sum = capture.layer("sum");
        assertThat(sum.kind()).isEqualTo("ElementWiseVertex");
        assertThat(sum.nonlinearity()).isEqualTo(ActivationFunction.OTHER);
        assertThat(sum.parameters()).isEmpty();
        assertThat(sum.delta()).isEqualTo(capture.layer("after").delta());
        assertThat(sum.activation()).isEqualTo(capture.layer("after").preActivation());
        assertThat(capture.logits()).isEqualTo(capture.layer("out").preActivation());
        assertThat(capture.output()).isEqualTo(ActivationFunction.SOFTMAX);
    }

    @Test
    void verticesComeInTopologicalOrderWithTheStockGradients() {
        ComputationGraph graph = built(Nets.builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("zig", Nets.dense(5, Activation.TANH), "in")
                .addLayer("alpha", Nets.dense(3, Activation.SIGMOID), "in")
                .addLayer("norm", Nets.norm(), "zig")
                .addVertex("both", new MergeVertex(), "norm", "alpha")
                .addLayer("out", Nets.softmax(), "both")
                .setOutputs("out")
                .setInputTypes(INPUT));
        DataSet batch = Nets.batch(DataType.FLOAT, 2);

        Capture capture = NetworkProbe.of(graph).capture(batch);
        graph.setInputs(batch.getFeatures());
        graph.setLabels(batch.getLabels());
        graph.computeGradientAndScore();

        assertThat(capture.loss()).isCloseTo(graph.score(), within(1e-6));
        assertThat(capture.layers())
                .extracting(LayerCapture::name)
                .containsExactlyInAnyOrder("zig", "alpha", "norm", "both", "out")
                .endsWith("both", "out");
        assertThat(capture.layer("both").activation().columns()).isEqualTo(8);
        for (LayerCapture layer : capture.layers()) {
            for (ParameterCapture parameter : layer.parameters()) {
                assertThat(parameter.key()).isEqualTo(layer.name() + "_" + parameter.name());
                if (parameter.gradient().length > 0) {
                    assertSame(
                            parameter,
                            graph.gradient().getGradientFor(parameter.key()).div(Nets.BATCH));
                }
            }
        }
    }

    @Test
    void theOrderOfTheVerticesIsTheOneTheGraphWasStoredWith() {
        ComputationGraphConfiguration configuration = twoBranches();
        List<String> names = List.of("in", "right", "left", "both", "out");
        configuration.setTopologicalOrder(new int[] {0, 2, 1, 3, 4});
        configuration.setTopologicalOrderStr(names);
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        DataSet batch = Nets.batch(DataType.FLOAT, 7);

        Capture capture = NetworkProbe.of(graph).capture(batch);

        assertThat(capture.layers()).extracting(LayerCapture::name).containsExactlyElementsOf(names.subList(1, 5));
        assertThat(capture.loss()).isCloseTo(graph.score(batch, true), within(1e-6));
    }

    @Test
    void aProbeFollowsTheGraphAndCountsItsUpdates() {
        ComputationGraph graph = new ComputationGraph(twoBranches());
        graph.init();
        DataSet batch = Nets.batch(DataType.FLOAT, 8);
        NetworkProbe probe = NetworkProbe.of(graph);
        double before = probe.capture(batch).loss();

        for (int i = 0; i < 10; i++) {
            graph.fit(batch);
        }

        Capture after = probe.capture(batch);
        assertThat(after.iteration()).isEqualTo(10);
        assertThat(after.loss()).isLessThan(before).isCloseTo(graph.score(batch, true), within(1e-6));
    }

    @Test
    void aGraphOfTwoInputsAndTwoOutputsIsMeasuredOnAMultiDataSet() {
        ComputationGraph graph = twoByTwo();
        MultiDataSet batch = twoByTwoBatch();

        Capture capture = NetworkProbe.of(graph).capture(batch);

        assertThat(capture.loss()).isCloseTo(graph.score(batch, true), within(1e-9));
        assertThat(capture.logits()).isEqualTo(capture.layer("one").preActivation());
        assertThat(capture.layer("two").delta().columns()).isEqualTo(Nets.CLASSES);
    }

    @Test
    void aBatchThatDoesNotFitTheInputsIsRefused() {
        NetworkProbe probe = NetworkProbe.of(twoByTwo());

        assertThatThrownBy(() -> probe.capture(Nets.batch(DataType.DOUBLE, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The network has 2 input(s) and 2 output(s), but the batch had 1 and 1.");
    }

    @Test
    void belowAFrozenVertexThereIsNoDelta() {
        ComputationGraph graph = built(Nets.builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("below", Nets.dense(5, Activation.TANH), "in")
                .addLayer("frozen", Nets.dense(4, Activation.TANH), "below")
                .addLayer("out", Nets.softmax(), "frozen")
                .setOutputs("out")
                .setInputTypes(INPUT));
        graph.getVertex("frozen").setLayerAsFrozen();

        Capture capture = NetworkProbe.of(graph).capture(Nets.batch(DataType.FLOAT, 3));

        assertThat(capture.layer("out").delta().rows()).isEqualTo(Nets.BATCH);
        assertThat(capture.layer("frozen").delta()).isEqualTo(Matrix.EMPTY);
        assertThat(capture.layer("frozen").preActivation().columns()).isEqualTo(4);
        assertThat(capture.layer("below").delta()).isEqualTo(Matrix.EMPTY);
        assertThat(capture.layer("below").parameters()).allMatch(p -> p.gradient().length == 0);
    }

    @Test
    void aGraphThatIsNotInitialisedIsRefused() {
        ComputationGraph graph = new ComputationGraph(Nets.builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("out", Nets.softmax(), "in")
                .setOutputs("out")
                .setInputTypes(INPUT)
                .build());

        assertThatThrownBy(() -> NetworkProbe.of(graph))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("init()");
    }

    private static ComputationGraph built(GraphBuilder builder) {
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    private static ComputationGraphConfiguration twoBranches() {
        return Nets.builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("left", Nets.dense(5, Activation.TANH), "in")
                .addLayer("right", Nets.dense(3, Activation.SIGMOID), "in")
                .addVertex("both", new MergeVertex(), "left", "right")
                .addLayer("out", Nets.softmax(), "both")
                .setOutputs("out")
                .setInputTypes(INPUT)
                .build();
    }

    private static ComputationGraph twoByTwo() {
        return built(Nets.builder(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("left", "right")
                .addLayer("l", Nets.dense(5, Activation.TANH), "left")
                .addLayer("r", Nets.dense(3, Activation.TANH), "right")
                .addVertex("both", new MergeVertex(), "l", "r")
                .addLayer("one", Nets.softmax(), "both")
                .addLayer("two", Nets.softmax(), "r")
                .setOutputs("one", "two")
                .setInputTypes(INPUT, INPUT));
    }

    private static MultiDataSet twoByTwoBatch() {
        DataSet left = Nets.batch(DataType.DOUBLE, 4);
        DataSet right = Nets.batch(DataType.DOUBLE, 5);
        return new MultiDataSet(
                new INDArray[] {left.getFeatures(), right.getFeatures()},
                new INDArray[] {left.getLabels(), right.getLabels()});
    }

    private static void assertSlopes(Matrix delta, Nudge nudge, DoubleSupplier loss) {
        assertThat(delta.rows()).isEqualTo(Nets.BATCH);
        for (int row = 0; row < delta.rows(); row++) {
            for (int column = 0; column < delta.columns(); column++) {
                double slope = nudge.slope(loss, row, column);
                assertThat((double) delta.at(row, column)).isCloseTo(slope, within(1e-9 + 1e-5 * Math.abs(slope)));
            }
        }
    }

    private static void assertSame(ParameterCapture parameter, INDArray expected) {
        INDArray actual = Nd4j.create(parameter.gradient(), parameter.shape(), expected.ordering());
        double scale = expected.amaxNumber().doubleValue();
        assertThat(actual.sub(expected).amaxNumber().doubleValue())
                .as(parameter.key())
                .isLessThanOrEqualTo(1e-6 * scale);
    }
}
