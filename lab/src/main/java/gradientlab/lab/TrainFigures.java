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
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of one trained plan; of a net with very many layers, some at equal distances.
 *
 * @param steps the steps of the first repetition
 * @param snapshots its inside before and after training
 * @param words the language of titles and captions
 */
record TrainFigures(List<Iteration> steps, RunFolder.Snapshots snapshots, Words words) {

    private static final int MOST_CURVES = 24;
    private static final int MOST_HISTOGRAMS = 12;

    private static final long FEWEST_STEPS = 20;

    /** Beyond this ratio of their widths, two histograms in one figure would hide each other. */
    private static final double FAR_APART = 100;

    /** The loss per epoch of every repetition. */
    Figure loss(List<RunFigures> runs) {
        List<Curve> curves = runs.stream()
                .map(run -> Curve.counted(words.text("loss.seed", run.seed()), 1, run.epochLoss()))
                .toList();
        return new Figure(
                "loss-per-epoch",
                words.text("loss.title"),
                words.text("loss.caption"),
                new Plot.Curves(
                        Axis.linear(words.text("axis.epoch")),
                        Axis.linear(words.text("axis.epoch-loss")).from(0),
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
                words.text("steps.title"),
                words.text("steps.caption"),
                Plot.Curves.of(
                        Axis.linear(words.text("axis.step")),
                        Axis.linear(words.text("axis.batch-loss")).from(0),
                        Curve.counted(words.text("steps.curve"), 0, shown))));
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
        String some = some(curves.size(), all.size(), "ratios.some");
        curves.add(Curve.reference("10⁻³", 0, -3, Math.max(1, steps.size() - 1.0), -3));
        return new Figure(
                "update-ratio",
                words.text("ratios.title"),
                words.text("ratios.caption", some),
                new Plot.Curves(Axis.linear(words.text("axis.step")), Axis.linear(words.text("ratios.y")), curves));
    }

    private String some(int drawn, int all, String key) {
        return drawn == all ? "" : words.text(key, drawn, String.format(Locale.ROOT, "%,d", all));
    }

    /** The activations of hidden layers, given by their places in the snapshots. */
    List<Figure> histograms(List<Integer> layers) {
        List<Integer> chosen = Evenly.chosen(layers.size(), MOST_HISTOGRAMS);
        String some = some(chosen.size(), layers.size(), "histograms.some");
        List<Figure> figures = new ArrayList<>();
        for (int i : chosen) {
            LayerSnapshot start = snapshots.start().layers().get(layers.get(i));
            LayerSnapshot end = snapshots.end().layers().get(layers.get(i));
            Curve before = Curve.density(
                    words.text("histograms.start"), start.activation().histogram());
            Curve after =
                    Curve.density(words.text("histograms.end"), end.activation().histogram());
            if (farApart(start.activation().histogram(), end.activation().histogram())) {
                figures.add(histogram(start.name(), "-start", words.text("histograms.before"), some, before));
                figures.add(histogram(start.name(), "-end", words.text("histograms.after"), some, after));
            } else {
                figures.add(histogram(start.name(), "", words.text("histograms.both"), some, before, after));
            }
        }
        return figures;
    }

    private static boolean farApart(Histogram start, Histogram end) {
        double first = start.high() - start.low();
        double last = end.high() - end.low();
        return Math.max(first, last) > FAR_APART * Math.min(first, last);
    }

    private Figure histogram(String layer, String suffix, String when, String some, Curve... curves) {
        return new Figure(
                "activations-" + layer + suffix,
                words.text("histograms.title", layer) + (suffix.isEmpty() ? "" : ", " + when),
                words.text("histograms.caption", when, some),
                Plot.Curves.of(
                        Axis.linear(words.text("axis.activation")),
                        Axis.linear(words.text("axis.density")).from(0),
                        curves));
    }
}
