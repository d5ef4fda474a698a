package gradientlab.experiments.summary;

import gradientlab.experiments.summary.DeeperIsWorse.Measured;
import gradientlab.experiments.summary.DeeperIsWorse.Result;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.model.MlpTheory;
import gradientlab.theory.NetTheory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The figures of the depth experiment.
 *
 * @param words the language of titles and captions
 */
record DepthFigures(Result result, Words words) {

    /** The initialisations whose lines are drawn: one that explodes, one that vanishes, and those that should not. */
    private static final List<String> DRAWN =
            List.of("standard-normal", "normal:0.01", "torch-linear", "kaiming-normal");

    Figure lossMap(String activation) {
        return map(
                activation,
                "loss-by-depth-" + activation,
                words.text("loss-by-depth.title", result.steps(), activation),
                words.text("loss-by-depth.caption"),
                measured -> measured.endLoss().mean(),
                new double[] {0.2, 2.3});
    }

    Figure deltaMap(String activation) {
        return map(
                activation,
                "delta-by-depth-" + activation,
                words.text("delta-by-depth.title", activation),
                words.text("delta-by-depth.caption"),
                measured -> measured.point().depth() == 1 ? 0 : Math.log10(ratio(measured)),
                new double[] {-10, 10});
    }

    private static double ratio(Measured measured) {
        int last = measured.point().depth() - 1;
        return Seeds.mean(
                measured.runs(), run -> run.deltaStd().get(0) / run.deltaStd().get(last));
    }

    private Figure map(
            String activation,
            String name,
            String title,
            String caption,
            ToDoubleFunction<Measured> value,
            double[] range) {
        List<Measured> cells = result.grid().stream()
                .filter(each -> each.point().activation().equals(activation))
                .toList();
        List<String> rows =
                cells.stream().map(each -> each.point().row()).distinct().toList();
        List<List<Double>> values = new ArrayList<>();
        for (String row : rows) {
            values.add(cells.stream()
                    .filter(each -> each.point().row().equals(row))
                    .map(value::applyAsDouble)
                    .toList());
        }
        List<String> columns = result.depths().stream().map(String::valueOf).toList();
        List<String> names =
                rows.stream().map(row -> words.retold(row, "label.")).toList();
        return new Figure(
                name,
                title,
                caption,
                new Plot.Heat(words.text("axis.hidden-layers"), "", columns, names, values, range[0], range[1]));
    }

    Figure signal(String activation) {
        return lines(
                activation,
                "signal-by-layer-" + activation,
                words.text("signal-by-layer.title", activation),
                words.text("signal-by-layer.y"),
                DeepRun::zStd,
                theory -> theory.preActivationStd());
    }

    Figure delta(String activation) {
        return lines(
                activation,
                "delta-by-layer-" + activation,
                words.text("delta-by-layer.title", activation),
                words.text("delta-by-layer.y"),
                run -> relative(run.deltaStd()),
                DepthFigures::backwards);
    }

    private static List<Double> relative(List<Double> values) {
        double last = values.get(values.size() - 1);
        return values.stream().map(value -> value / last).toList();
    }

    /** The theory's factors multiplied from the last layer back. */
    private static List<Double> backwards(NetTheory theory) {
        List<Double> values = new ArrayList<>(List.of(1.0));
        for (int i = theory.deltaFactor().size() - 1; i >= 0; i--) {
            values.add(0, values.get(0) * theory.deltaFactor().get(i));
        }
        return values;
    }

    private Figure lines(
            String activation,
            String name,
            String title,
            String unit,
            Function<DeepRun, List<Double>> measured,
            Function<NetTheory, List<Double>> expected) {
        List<Curve> curves = new ArrayList<>();
        int deepest = result.depths().get(result.depths().size() - 1);
        for (Measured each : result.where(activation, "none")) {
            if (each.point().depth() == deepest && DRAWN.contains(each.point().initialisation())) {
                NetTheory theory = MlpTheory.of(
                                each.point().spec(0), result.meanSquareInput(), TrainingPlan.LECTURE.batchSize())
                        .orElseThrow();
                String label = each.point().initialisation();
                curves.add(Curve.counted(label, 1, meanByLayer(each, measured)));
                curves.add(theoryLine(label, expected.apply(theory)));
            }
        }
        return new Figure(
                name,
                title,
                words.text("depth-lines.caption", deepest, DepthGrid.WIDTH),
                new Plot.Curves(Axis.linear(words.text("axis.hidden-layer")), Axis.log(unit), curves));
    }

    private static List<Double> meanByLayer(Measured measured, Function<DeepRun, List<Double>> values) {
        List<Double> means = new ArrayList<>();
        for (int l = 0; l < measured.point().depth(); l++) {
            int layer = l;
            means.add(Seeds.mean(measured.runs(), run -> values.apply(run).get(layer)));
        }
        return means;
    }

    private Curve theoryLine(String label, List<Double> values) {
        Curve line = Curve.counted(words.text("depth-lines.theory", label), 1, values);
        return new Curve(line.label(), line.x(), line.y(), Curve.Style.REFERENCE);
    }
}
