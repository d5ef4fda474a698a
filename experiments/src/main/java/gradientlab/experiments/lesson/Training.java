package gradientlab.experiments.lesson;

import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainedRun;
import gradientlab.language.Words;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A plan's trainings as the results of experiments keep them.
 *
 * @param label what sets the plan apart
 * @param runs the figures of its repetitions, at least one
 */
record Training(String label, List<RunFigures> runs) {

    static List<String> columns(Words words) {
        return List.of(
                "",
                words.text("training.initial-loss"),
                words.text("training.first-epoch"),
                words.text("training.last-epoch"),
                words.text("training.test-loss"),
                words.text("training.accuracy"),
                words.text("training.beyond-at-start"),
                words.text("training.beyond-at-end"));
    }

    static Training of(String label, TrainedRun run) {
        return new Training(label, List.of(run.figures()));
    }

    static Training of(String label, List<TrainedRun> runs) {
        return new Training(label, runs.stream().map(TrainedRun::figures).toList());
    }

    /** The first repetition. */
    RunFigures first() {
        return runs.get(0);
    }

    MeanStd spread(ToDoubleFunction<RunFigures> figure) {
        return MeanStd.of(runs.stream().map(figure::applyAsDouble).toList());
    }

    double mean(ToDoubleFunction<RunFigures> figure) {
        return spread(figure).mean();
    }

    /** The row of the table that {@link #columns} heads. */
    List<String> row(Words words) {
        return List.of(
                Labels.in(words, label),
                spread(RunFigures::initialLoss).text(3),
                spread(RunFigures::epochLossFirst).text(3),
                spread(RunFigures::epochLossLast).text(3),
                spread(RunFigures::testLoss).text(3),
                spread(RunFigures::testAccuracy).text(4),
                Numbers.percent(mean(RunFigures::saturatedAtStart), 1),
                Numbers.percent(mean(RunFigures::saturatedAtEnd), 1));
    }

    /** The loss per epoch of several plans, first repetition, on a logarithmic axis. */
    static Figure lossFigure(String name, Words words, List<Training> trainings) {
        List<Curve> curves = trainings.stream()
                .map(training -> Curve.counted(
                        Labels.in(words, training.label()), 1, training.first().epochLoss()))
                .toList();
        Axis loss = Axis.log(words.text("axis.epoch-loss"));
        return new Figure(
                name,
                words.text(name + ".title"),
                words.text(name + ".caption"),
                new Plot.Curves(Axis.linear(words.text("axis.epoch")), loss, curves));
    }

    static List<List<String>> rows(Words words, List<Training> trainings) {
        return trainings.stream().map(training -> training.row(words)).toList();
    }
}
