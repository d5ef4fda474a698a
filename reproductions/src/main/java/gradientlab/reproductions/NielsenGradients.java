package gradientlab.reproductions;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.run.ParallelMap;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How fast the hidden layers of sigmoid nets learn: Nielsen's norms of δ at the start and while training. */
final class NielsenGradients implements Reproduction {

    private static final int EXAMPLES = 1_000;
    private static final int FEWEST_LAYERS = 2;
    private static final int MOST_LAYERS = 4;

    private final boolean trained;

    private NielsenGradients(boolean trained) {
        this.trained = trained;
    }

    static NielsenGradients atTheStart() {
        return new NielsenGradients(false);
    }

    static NielsenGradients whileTraining() {
        return new NielsenGradients(true);
    }

    @Override
    public String name() {
        return trained ? "nielsen-training" : "nielsen-start";
    }

    @Override
    public String title() {
        return trained
                ? "Early layers learn more slowly all through training"
                : "The first of two, three, four sigmoid layers gets the smallest gradient";
    }

    @Override
    public String source() {
        return "Nielsen 2015, Neural networks and deep learning, chapter 5; numbers from the book's own files";
    }

    @Override
    public String settings() {
        return "784-30-…-30-10, sigmoid throughout, W ~ N(0, 1/fan-in), b ~ N(0, 1), cross entropy; norm of the mean δ over the"
                + " first 1,000 training images"
                + (trained ? "; full-batch gradient descent at 0.1 with weight decay 5/1,000" : "")
                + ". The book has one draw; ours are many.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        JsonNode published = Published.json("nielsen-gradient-norms.json");
        List<Comparison> comparisons = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        int deepest = trained ? effort.of(FEWEST_LAYERS, FEWEST_LAYERS + 1, MOST_LAYERS) : MOST_LAYERS;
        for (int layers = FEWEST_LAYERS; layers <= deepest; layers++) {
            JsonNode norms = published.get("norms").get(String.valueOf(layers));
            for (int at = trained ? 1 : 0; at < epochs(published, effort); at++) {
                int epoch = published.get("epochs").get(at).asInt();
                double[][] drawn = draws(data, layers, epoch, seeds(effort));
                comparisons.addAll(comparisons(layers, epoch, norms.get(at), drawn));
                curves.addAll(curves(layers, epoch, norms.get(at), drawn));
            }
        }
        Figure figure = new Figure(
                name(),
                "Norm of the mean δ per hidden layer",
                "Points: published, one draw. Lines: the median of ours.",
                new Plot.Curves(Axis.linear("hidden layer"), Axis.log("norm of δ"), curves));
        return new Outcome(comparisons, List.of(figure), "");
    }

    private int seeds(Effort effort) {
        return trained ? effort.of(20, 40, 200) : effort.of(100, 200, 1_000);
    }

    /** How many of the epochs that the source is read at. */
    private int epochs(JsonNode published, Effort effort) {
        int all = published.get("epochs").size();
        return trained ? effort.of(2, all - 1, all) : 1;
    }

    /** Layers × seeds. */
    private static double[][] draws(MnistDataset data, int layers, int epoch, int seeds) {
        List<double[]> norms = ParallelMap.map(
                IntStream.range(0, seeds).boxed().toList(),
                Runtime.getRuntime().availableProcessors(),
                seed -> norms(data, layers, epoch, seed));
        return IntStream.range(0, layers)
                .mapToObj(
                        layer -> norms.stream().mapToDouble(each -> each[layer]).toArray())
                .toArray(double[][]::new);
    }

    private static double[] norms(MnistDataset data, int layers, int epoch, int seed) {
        SigmoidNet net = new SigmoidNet(data.train(), layers, seed);
        int[] batch = IntStream.range(0, EXAMPLES).toArray();
        for (int step = 0; step < epoch; step++) {
            net.step(batch, EXAMPLES);
        }
        return net.norms(EXAMPLES);
    }

    private static List<Comparison> comparisons(int layers, int epoch, JsonNode published, double[][] drawn) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            comparisons.add(Comparison.amongDraws(
                    layers + " hidden layers, epoch " + epoch + ": norm of δ in layer " + (layer + 1),
                    published.get(layer).asDouble(),
                    new Draws(drawn[layer])));
        }
        return comparisons;
    }

    private static List<Curve> curves(int layers, int epoch, JsonNode published, double[][] drawn) {
        double[] x = new double[layers];
        double[] theirs = new double[layers];
        double[] ours = new double[layers];
        for (int layer = 0; layer < layers; layer++) {
            x[layer] = layer + 1;
            theirs[layer] = published.get(layer).asDouble();
            ours[layer] = new Draws(drawn[layer]).median();
        }
        String label = layers + " layers, epoch " + epoch;
        return List.of(Curve.line(label, x, ours), new Curve(label + ", published", x, theirs, Curve.Style.POINTS));
    }
}
