package gradientlab.lab;

import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Evenly;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of one trained plan; of a net with very many layers, some at equal distances.
 *
 * @param steps the steps of the first repetition
 * @param snapshots its inside before and after training
 */
record TrainFigures(List<Iteration> steps, RunFolder.Snapshots snapshots) {

    private static final int MOST_CURVES = 24;
    private static final int MOST_HISTOGRAMS = 12;

    private static final long FEWEST_STEPS = 20;

    /** Beyond this ratio of their widths, two histograms in one figure would hide each other. */
    private static final double FAR_APART = 100;

    /** The loss per epoch of every repetition. */
    Figure loss(List<RunFigures> runs) {
        List<Curve> curves = runs.stream()
                .map(run -> Curve.counted("seed " + run.seed(), 1, run.epochLoss()))
                .toList();
        return new Figure(
                "loss-per-epoch",
                "The loss per epoch",
                "Mean over the epoch of the batches' losses, each before its update.",
                new Plot.Curves(
                        Axis.linear("epoch"),
                        Axis.linear("mean loss of the epoch's batches (nats)").from(0),
                        curves));
    }

    /** The loss of every step of the first repetition, where it does not stay finite; the mean of an epoch hides where. */
    Optional<Figure> divergence() {
        List<Double> losses = steps.stream().map(Iteration::loss).toList();
        long finite = losses.stream().takeWhile(Double::isFinite).count();
        if (finite == losses.size()) {
            return Optional.empty();
        }
        List<Double> shown = losses.subList(0, (int) Math.min(losses.size(), Math.max(FEWEST_STEPS, 2 * finite)));
        return Optional.of(new Figure(
                "loss-per-step",
                "The loss per step",
                "The batch's loss before the update of each step until it is not finite, first repetition.",
                Plot.Curves.of(
                        Axis.linear("step"),
                        Axis.linear("loss of the batch (nats)").from(0),
                        Curve.counted("loss", 0, shown))));
    }

    /** The update:parameter ratio of every step. */
    Figure ratios() {
        List<Curve> curves = new ArrayList<>();
        List<String> all = List.copyOf(steps.get(0).logRatios().keySet());
        for (int i : Evenly.chosen(all.size(), MOST_CURVES)) {
            String weights = all.get(i);
            curves.add(Curve.counted(
                    weights,
                    0,
                    steps.stream().map(step -> step.logRatios().get(weights)).toList()));
        }
        String some = some(curves.size(), all.size(), "weight matrices");
        curves.add(Curve.reference("10⁻³", 0, -3, Math.max(1, steps.size() - 1.0), -3));
        return new Figure(
                "update-ratio",
                "Update:parameter ratio",
                "log10 of the std of each update over the std of the weights it changes, first repetition" + some + ".",
                new Plot.Curves(Axis.linear("step"), Axis.linear("log10 update:parameter ratio"), curves));
    }

    private static String some(int drawn, int all, String things) {
        return drawn == all ? "" : String.format(Locale.ROOT, "; %d of %,d %s", drawn, all, things);
    }

    /** The activations of hidden layers, given by their places in the snapshots. */
    List<Figure> histograms(List<Integer> layers) {
        List<Integer> chosen = Evenly.chosen(layers.size(), MOST_HISTOGRAMS);
        String some = some(chosen.size(), layers.size(), "hidden layers are drawn");
        List<Figure> figures = new ArrayList<>();
        for (int i : chosen) {
            LayerSnapshot start = snapshots.start().layers().get(layers.get(i));
            LayerSnapshot end = snapshots.end().layers().get(layers.get(i));
            Curve before = Curve.density("start", start.activation().histogram());
            Curve after = Curve.density("end", end.activation().histogram());
            if (farApart(start.activation().histogram(), end.activation().histogram())) {
                figures.add(histogram(start.name(), "-start", "before the first step", some, before));
                figures.add(histogram(start.name(), "-end", "after the last step", some, after));
            } else {
                figures.add(
                        histogram(start.name(), "", "before the first step and after the last", some, before, after));
            }
        }
        return figures;
    }

    private static boolean farApart(Histogram start, Histogram end) {
        double first = start.high() - start.low();
        double last = end.high() - end.low();
        return Math.max(first, last) > FAR_APART * Math.min(first, last);
    }

    private static Figure histogram(String layer, String suffix, String when, String some, Curve... curves) {
        return new Figure(
                "activations-" + layer + suffix,
                "Activations of " + layer + (suffix.isEmpty() ? "" : ", " + when),
                "On 1,000 training examples, " + when + ", first repetition" + some + ".",
                Plot.Curves.of(Axis.linear("activation"), Axis.linear("density").from(0), curves));
    }
}
