package gradientlab.reproductions;

import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Yang et al. 2021: what some steps of Adam change in the activations grows with the width, but not under μP. */
record CoordinateCheck() implements Reproduction {

    private static final int BATCH = 64;
    private static final int STEPS = 4;
    private static final int NARROWEST = 64;
    private static final double FLAT = 0.05;

    /** Of widths up to 256 and two seeds. */
    private static final double QUICK_FLAT = 0.1;

    @Override
    public String name() {
        return "mup-coordinate-check";
    }

    @Override
    public String title() {
        return "The same steps of Adam change the activations of wider nets more; under μP they do not";
    }

    @Override
    public String source() {
        return "Yang et al. 2021, Tensor programs V (arXiv 2203.03466), and the coordinate check of microsoft/mup's README:"
                + " curves over the width are flat in μP and rise without it. They print no numbers; the limits of the slopes are"
                + " ours";
    }

    @Override
    public String settings() {
        return "784-n-n-10, ReLU, no biases, hidden Var W = 2/in, output 0 at the start, Adam 0.001, " + STEPS
                + " steps on one batch of " + BATCH
                + " images; under μP the step of the second matrix and of the output's is 0.001·"
                + NARROWEST
                + "/n. Slope of the log of the mean |Δz| since the start over that of n, least squares over n = "
                + NARROWEST
                + ", 2·" + NARROWEST + ", …; mean over seeds.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        DataSet batch = data.train().first(BATCH);
        int[] widths =
                IntStream.range(0, effort.of(3, 5, 7)).map(i -> NARROWEST << i).toArray();
        double flat = effort == Effort.QUICK ? QUICK_FLAT : FLAT;
        List<Comparison> comparisons = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        for (boolean mup : new boolean[] {true, false}) {
            double[][] sizes = Arrays.stream(widths)
                    .mapToObj(width -> sizes(batch, width, mup, effort.of(2, 4, 8)))
                    .toArray(double[][]::new);
            for (int layer = 0; layer < 2; layer++) {
                String label = (mup ? "μP" : "standard") + ", " + (layer == 0 ? "second hidden layer" : "logits");
                int place = layer;
                double[] y =
                        Arrays.stream(sizes).mapToDouble(each -> each[place]).toArray();
                double slope = slope(widths, y);
                comparisons.add(
                        mup
                                ? Comparison.near("slope of " + label, 0, slope, flat)
                                : Comparison.above("slope of " + label, flat, slope));
                curves.add(
                        Curve.line(label, Arrays.stream(widths).asDoubleStream().toArray(), y));
            }
        }
        Figure figure = new Figure(
                name(),
                "Mean change of z after " + STEPS + " steps of Adam",
                "A line that rises says that the same learning rate is too large for wider nets.",
                new Plot.Curves(Axis.log("units n"), Axis.log("mean |Δz|"), curves));
        return new Outcome(comparisons, List.of(figure), "");
    }

    /** Mean |Δz| of the second hidden layer and of the output layer. */
    private static double[] sizes(DataSet batch, int width, boolean mup, int seeds) {
        double[] sizes = new double[2];
        for (int seed = 0; seed < seeds; seed++) {
            WidthNet net = new WidthNet(width, mup ? (double) NARROWEST / width : 1, seed);
            List<INDArray> before = net.forward(batch.getFeatures());
            for (int step = 0; step < STEPS; step++) {
                net.step(batch);
            }
            List<INDArray> after = net.forward(batch.getFeatures());
            for (int layer = 0; layer < 2; layer++) {
                INDArray change = after.get(layer + 1).sub(before.get(layer + 1));
                sizes[layer] += change.ameanNumber().doubleValue() / seeds;
            }
        }
        return sizes;
    }

    private static double slope(int[] widths, double[] y) {
        double[] x = Arrays.stream(widths).mapToDouble(Math::log).toArray();
        double mean = Arrays.stream(x).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * Math.log(y[i]);
            xx += (x[i] - mean) * (x[i] - mean);
        }
        return xy / xx;
    }
}
