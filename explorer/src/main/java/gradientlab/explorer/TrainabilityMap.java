package gradientlab.explorer;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Statistics;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.ui.explorer.Controls.MapGrid;
import gradientlab.ui.explorer.MapLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What fresh networks make of signal and gradient, by the std of their weights and their depth: from a coarse grid to a
 * fine one.
 *
 * <p>The networks are narrow and the batches small, so that a map takes seconds: what grows or dies by a factor a layer does
 * so at any width.
 */
final class TrainabilityMap {

    private static final int STDS = 25;
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 4;
    private static final int LEVELS = 3;
    private static final int WIDEST = 64;
    private static final int EXAMPLES = 32;
    private static final double DIGITS = 1e4;

    static final MapGrid GRID = new MapGrid(
            List.of(2, 3, 5, 7, 10, 14, 20, 28, 40, 52, 64, 80, 100),
            IntStream.range(0, STDS)
                    .mapToObj(i -> rounded(LOWEST * Math.pow(HIGHEST / LOWEST, i / (STDS - 1.0))))
                    .toList(),
            LEVELS);

    private TrainabilityMap() {}

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    /** The cells of one level around a network: its activation, normalisation, skips, biases, data and seed. */
    static MapLevel level(ExploredNet net, Data data, int level) {
        if (level >= LEVELS) {
            throw new NoSuchElementException("The map has the levels 0 to " + (LEVELS - 1) + ", but no " + level + ".");
        }
        List<MapLevel.Cell> cells = new ArrayList<>();
        for (int i = 0; i < GRID.depths().size(); i++) {
            for (int j = 0; j < GRID.weightStds().size(); j++) {
                if (levelOf(i, j) == level) {
                    cells.add(cell(
                            net, data, GRID.depths().get(i), GRID.weightStds().get(j)));
                }
            }
        }
        return new MapLevel(
                level, cells, TheoryWords.criticalWeightStd(withBiases(net)).orElse(Double.NaN), depthScales(net));
    }

    private static List<MapLevel.DepthScale> depthScales(ExploredNet net) {
        return GRID.weightStds().stream()
                .map(std -> new MapLevel.DepthScale(std, TheoryWords.depthScale(withBiases(net), std)))
                .toList();
    }

    /** Every fourth row and column first, then every second, then all. */
    private static int levelOf(int row, int column) {
        if (row % 4 == 0 && column % 4 == 0) {
            return 0;
        }
        return row % 2 == 0 && column % 2 == 0 ? 1 : 2;
    }

    private static MapLevel.Cell cell(ExploredNet net, Data data, int depth, double weightStd) {
        ExploredNet small = small(net, depth, weightStd);
        DataSet batch = data.batches(small).next();
        Capture capture = capture(FreshNet.build(small, batch), batch);
        return new MapLevel.Cell(
                weightStd,
                depth,
                delta(capture, small, 1) / delta(capture, small, depth),
                signal(capture, small, depth));
    }

    private static double delta(Capture capture, ExploredNet net, int number) {
        return std(capture.layer(JoinedLayers.gradient(net, number)).delta().values());
    }

    private static double signal(Capture capture, ExploredNet net, int depth) {
        LayerCapture first = capture.layer(JoinedLayers.nonlinearity(net, 1));
        LayerCapture last = capture.layer(JoinedLayers.nonlinearity(net, depth));
        return std(last.activation().values()) / std(first.activation().values());
    }

    private static Capture capture(Model model, DataSet batch) {
        Net net = model instanceof ComputationGraph graph ? Net.of(graph) : Net.of((MultiLayerNetwork) model);
        return net.capture(batch, Probes::of);
    }

    private static double std(float[] values) {
        return Statistics.of(values).std();
    }

    /** The biases that the cells have. */
    private static ExploredNet withBiases(ExploredNet net) {
        return small(net, 2, 1);
    }

    private static ExploredNet small(ExploredNet net, int depth, double weightStd) {
        Initialisation how = net.spec().initialisation();
        double biasStd = how.scheme() == InitialisationScheme.SCALED ? how.biasStd() : 0;
        MlpSpec spec = net.spec()
                .but()
                .initialisation(Initialisation.scaled(weightStd, biasStd))
                .hidden(depth, Math.min(WIDEST, net.width()))
                .build();
        TrainingPlan plan = net.plan();
        TrainingPlan smaller = new TrainingPlan(
                spec,
                Math.min(EXAMPLES, plan.batchSize()),
                plan.epochs(),
                plan.batchesPerEpoch(),
                plan.repeat(),
                plan.data());
        return new ExploredNet(smaller, net.skip(), net.input(), net.steps());
    }
}
