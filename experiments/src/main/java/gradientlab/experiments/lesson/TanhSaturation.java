package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.LectureSaturation;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.Matrix;
import gradientlab.lab.Experiment;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.Saturation;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.InitialisationScheme;
import java.util.ArrayList;
import java.util.List;

/** Step 1.2 of the lecture: the values inside the net, and where tanh destroys the gradient. */
public final class TanhSaturation implements Experiment<TanhSaturation.Result> {

    private static final int BATCH = 32;
    private static final int BINS = 80;

    /**
     * The hidden layer of one fresh net.
     *
     * @param h histogram of the pre-activations of 1,000 examples
     * @param activation histogram of the activations of the same examples
     * @param preActivationStd std of the pre-activations
     * @param saturatedShare share of the activations of 1,000 examples with |tanh| above 0.99
     * @param passed mean of 1 − tanh²: what is left of a gradient on the average
     * @param map examples × units of one batch; marked where |tanh| is above 0.99
     * @param deadInBatch units saturated on every example of the batch
     * @param deadInThousand units saturated on every one of 1,000 examples
     */
    public record Hidden(
            String label,
            Histogram h,
            Histogram activation,
            double preActivationStd,
            double saturatedShare,
            double passed,
            List<String> map,
            int deadInBatch,
            int deadInThousand) {}

    public record Result(Hidden broken, Hidden scaled) {}

    public static void main(String[] args) {
        Launch.main(new TanhSaturation(), args);
    }

    @Override
    public String name() {
        return "tanh-saturation";
    }

    @Override
    public String summary() {
        return "Pre-activations and activations, the map of saturated units, and its white columns";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        return new Result(
                hidden("N(0, 1)", lab, InitialisationScheme.STANDARD_NORMAL),
                hidden("scaled by (5/3)/√fan-in", lab, InitialisationScheme.STANDARD_NORMAL_SCALED));
    }

    private static Hidden hidden(String label, Lab lab, InitialisationScheme scheme) {
        TrainingPlan plan = lab.plan(b -> b.initialisation(scheme));
        Capture capture = lab.fresh(plan, Trainer.INSIDE_EXAMPLES);
        MlpCapture inside = new MlpCapture(capture, ActivationFunction.TANH);
        Matrix z = inside.nonlinearity(1).preActivation();
        Matrix a = inside.nonlinearity(1).activation();
        Matrix batch = new MlpCapture(lab.freshOnFirstBatch(plan), ActivationFunction.TANH)
                .nonlinearity(1)
                .preActivation();
        return new Hidden(
                label,
                Histogram.of(z.values(), -30, 30, BINS),
                Histogram.of(a.values(), -1, 1, BINS),
                MlpCapture.std(z.values()),
                inside.saturatedShare(),
                meanSlope(a),
                map(batch),
                Saturation.deadUnits(ActivationFunction.TANH, batch),
                Saturation.deadUnits(ActivationFunction.TANH, z));
    }

    private static double meanSlope(Matrix activation) {
        double sum = 0;
        for (float a : activation.values()) {
            sum += 1 - (double) a * a;
        }
        return sum / activation.values().length;
    }

    private static List<String> map(Matrix z) {
        List<String> rows = new ArrayList<>();
        for (int example = 0; example < Math.min(BATCH, z.rows()); example++) {
            StringBuilder row = new StringBuilder();
            for (int unit = 0; unit < z.columns(); unit++) {
                boolean saturated = LectureSaturation.of(ActivationFunction.TANH, z.at(example, unit));
                row.append(saturated ? Plot.Cells.MARKED : Plot.Cells.UNMARKED);
            }
            rows.add(row.toString());
        }
        return rows;
    }

    @Override
    public Section section(Result result) {
        Hidden broken = result.broken();
        Hidden scaled = result.scaled();
        return Section.of(
                        name(),
                        "Saturated units",
                        "Which values does the hidden layer take, where is the gradient destroyed, and what if a whole"
                                + " column of the map is white?")
                .answer(percent(broken.saturatedShare(), 1)
                        + " of the fresh net's activations are beyond ±0.99, where tanh passes"
                        + " less than 2 % of a gradient; over all of them " + percent(broken.passed(), 1)
                        + " of the gradient passes. " + columns(broken)
                        + " With hidden weights scaled by (5/3)/√fan-in "
                        + percent(scaled.saturatedShare(), 2) + " are saturated and " + percent(scaled.passed(), 1)
                        + " passes.")
                .table(
                        "The hidden layer before the first step",
                        List.of("", "std of h", "|tanh h| > 0.99", "gradient passed", "dead: in batch", "on 1,000"),
                        List.of(cells(broken), cells(scaled)))
                .figure(new Figure(
                        "pre-activations",
                        "Pre-activations h of the fresh nets",
                        "A sum over hundreds of inputs with weights of std 1 is wide; scaled weights keep it near 0.",
                        Plot.Curves.of(
                                Axis.linear("pre-activation h"),
                                Axis.linear("density").from(0),
                                Curve.density(broken.label(), broken.h()),
                                Curve.density(scaled.label(), scaled.h()))))
                .figure(new Figure(
                        "activations",
                        "Activations tanh h of the fresh nets",
                        "Nearly all activations of the N(0, 1) net are at −1 or 1.",
                        Plot.Curves.of(
                                Axis.linear("activation tanh h"),
                                Axis.linear("density").from(0),
                                Curve.density(broken.label(), broken.activation()),
                                Curve.density(scaled.label(), scaled.activation()))))
                .figure(map(
                        "saturation-map",
                        "Where |tanh h| > 0.99: N(0, 1)",
                        "White: the gradient is destroyed. " + columns(broken),
                        broken))
                .figure(map(
                        "saturation-map-scaled",
                        "Where |tanh h| > 0.99: hidden weights scaled",
                        "The same batch and the same random numbers, with the weights times (5/3)/√784.",
                        scaled))
                .text(
                        "A column that is white from top to bottom is a unit that learns nothing from this batch: every example's"
                                + " gradient ends at it. It is dead for the batch, and not for good: another batch may bring an"
                                + " example that does not saturate it. Only a unit that is saturated on all examples stays as it is.")
                .build();
    }

    private static String columns(Hidden hidden) {
        return "On this batch of " + hidden.map().size() + " " + units(hidden.deadInBatch())
                + " saturated on every example (a white column), on 1,000 examples "
                + units(hidden.deadInThousand()) + ".";
    }

    private static String units(int count) {
        return count == 1 ? "1 unit is" : count + " units are";
    }

    private static List<String> cells(Hidden hidden) {
        return List.of(
                hidden.label(),
                significant(hidden.preActivationStd()),
                percent(hidden.saturatedShare(), 2),
                percent(hidden.passed(), 1),
                String.valueOf(hidden.deadInBatch()),
                String.valueOf(hidden.deadInThousand()));
    }

    private static Figure map(String name, String title, String caption, Hidden hidden) {
        return new Figure(name, title, caption, new Plot.Cells("hidden unit", "example", hidden.map()));
    }
}
