package gradientlab.reproductions;

import gradientlab.activations.ActivationFunction;
import gradientlab.engine.DirectPass;
import gradientlab.engine.Engine;
import gradientlab.engine.LayerPass;
import gradientlab.lab.OffHeap;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.StepTrainer;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Ioffe and Szegedy 2015, section 4.1: a sigmoid net with and without batch norm. */
record BatchNormTraining() implements Reproduction {

    private static final int LAYERS = 3;
    private static final int UNITS = 100;
    private static final int BATCH = 60;
    private static final double RATE = 0.1;
    private static final double WEIGHTS = 0.1;
    private static final int LOOKS = 10;
    private static final int LOOKED_AT = 500;
    private static final int TESTED = 2_000;
    private static final float INK = 0.5f;

    /** What was seen of one net, at the same steps. */
    private record Seen(double[] steps, double[] accuracy, double[][] medians) {

        double last() {
            return accuracy[accuracy.length - 1];
        }

        /** The range of a unit's median over the training, mean over units. */
        double drift() {
            return Arrays.stream(medians)
                    .mapToDouble(unit -> Arrays.stream(unit).max().orElseThrow()
                            - Arrays.stream(unit).min().orElseThrow())
                    .average()
                    .orElseThrow();
        }
    }

    @Override
    public String name() {
        return "batch-norm-training";
    }

    @Override
    public String title() {
        return "Batch norm makes a sigmoid net better, and keeps what its sigmoids get where it is";
    }

    @Override
    public String source() {
        return "Ioffe and Szegedy 2015, Batch normalization, section 4.1 and figure 1, which print no numbers";
    }

    @Override
    public String settings() {
        return LAYERS + " × " + UNITS + " sigmoid units on binary images, batches of " + BATCH
                + ", 50,000 steps as published (default 10,000, quick 400); the source leaves open how small its Gaussian weights"
                + " are and how fast it learns: std " + WEIGHTS + " and SGD " + RATE + " here. Accuracy on the first "
                + TESTED
                + " test images; drift: the range of the median of a sigmoid's input over " + LOOKS
                + " looks, mean over the units of the last hidden layer.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        int steps = effort.of(400, 10_000, 50_000);
        List<Seen> seen =
                ParallelMap.map(List.of(Normalisation.NONE, Normalisation.BATCH), 2, norm -> train(data, norm, steps));
        Seen plain = seen.get(0);
        Seen normed = seen.get(1);
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(Comparison.above(
                "accuracy with batch norm minus without, in points", 0, 100 * (normed.last() - plain.last())));
        if (effort != Effort.QUICK) {
            comparisons.add(Comparison.above(
                    "drift of the sigmoids' inputs without batch norm over with it",
                    1,
                    plain.drift() / normed.drift()));
        }
        Figure figure = new Figure(
                name(),
                "Test accuracy while training",
                "A sigmoid net of three layers, with batch norm before the sigmoids and without.",
                new Plot.Curves(
                        Axis.linear("step"),
                        Axis.linear("accuracy"),
                        List.of(
                                Curve.line("batch norm", normed.steps, normed.accuracy),
                                Curve.line("none", plain.steps, plain.accuracy))));
        return new Outcome(comparisons, List.of(figure), "");
    }

    private static Seen train(MnistDataset data, Normalisation norm, int steps) {
        MultiLayerNetwork network = MlpSpec.lecture()
                .hidden(LAYERS, UNITS)
                .activation(ActivationFunction.SIGMOID)
                .normalisation(norm)
                .initialisation(Initialisation.normal(WEIGHTS))
                .learningRate(RATE)
                .seed(1)
                .build()
                .toNetwork();
        LabelledImages test = binary(data.test(), TESTED);
        DirectPass pass = DirectPass.of(network).orElseThrow();
        StepTrainer trainer = new StepTrainer(Watch.nobody(), Engine.AUTO);
        Net net = Net.of(network);
        ImageIterator batches = ImageIterator.shuffled(data.train(), BATCH, 1).overwriting();
        batches.setPreProcessor(batch -> batch.setFeatures(
                batch.getFeatures().gt(INK).castTo(batch.getFeatures().dataType())));
        double[] at = new double[LOOKS];
        double[] accuracy = new double[LOOKS];
        double[][] medians = new double[UNITS][LOOKS];
        for (int look = 0; look < LOOKS; look++) {
            trainer.train(net, "", batches, steps / LOOKS, Progress.NONE.begin("", steps / LOOKS));
            at[look] = (look + 1.0) * steps / LOOKS;
            OffHeap.tidy();
            accuracy[look] = Evaluation.of(network, test, TESTED).accuracy();
            double[] now = medians(pass.run(test.first(LOOKED_AT)).layers());
            for (int unit = 0; unit < UNITS; unit++) {
                medians[unit][look] = now[unit];
            }
        }
        return new Seen(at, accuracy, medians);
    }

    private static LabelledImages binary(LabelledImages images, int count) {
        float[] pixels = new float[count * images.pixels()];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = images.pixelValues()[i] > INK ? 1 : 0;
        }
        for (int i = 0; i < count; i++) {
            labels[i] = images.label(i);
        }
        return LabelledImages.of(images.rows(), images.columns(), pixels, labels);
    }

    /** Of the inputs of the last hidden layer's sigmoids: below the output layer lies that of the sigmoids. */
    private static double[] medians(List<LayerPass> layers) {
        float[] z = layers.get(layers.size() - 3).output();
        double[] medians = new double[UNITS];
        List<Double> column = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            column.clear();
            for (int i = unit; i < z.length; i += UNITS) {
                column.add((double) z[i]);
            }
            medians[unit] =
                    new Draws(column.stream().mapToDouble(Double::doubleValue).toArray()).median();
        }
        return medians;
    }
}
