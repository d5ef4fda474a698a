package gradientlab.experiments.summary;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.experiments.summary.BigStep.Outcome;
import gradientlab.experiments.summary.BigStep.Outcomes;
import gradientlab.lab.Cell;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** "One big step can kill a unit, a ReLU for good." */
public final class DeadReluStep implements SummaryExperiment<DeadReluStep.Result> {

    private static final List<ActivationFunction> FUNCTIONS = List.of(
            ActivationFunction.RELU, ActivationFunction.LEAKY_RELU, ActivationFunction.ELU, ActivationFunction.GELU);

    private static final List<Double> RATES = List.of(1.0, 3.0, 10.0, 30.0, 100.0);

    /**
     * What came out.
     *
     * @param steps normal steps before the big one, and after it
     * @param seeds one for each function and seed
     */
    public record Result(int steps, List<Outcomes> seeds) {

        List<Outcome> of(ActivationFunction function, double rate) {
            return seeds.stream()
                    .filter(each -> each.activation().equals(function.label()))
                    .flatMap(each -> each.outcomes().stream())
                    .filter(outcome -> outcome.rate() == rate)
                    .toList();
        }
    }

    public static void main(String[] args) {
        Launch.main(new DeadReluStep(), args);
    }

    @Override
    public String name() {
        return "dead-relu-step";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        int steps = lab.scale().of(200, 1_000, 1_000);
        List<Double> rates = lab.scale().of(List.of(10.0, 100.0), RATES, RATES);
        List<Cell<Outcomes>> cells = new ArrayList<>();
        for (ActivationFunction function : FUNCTIONS) {
            for (long seed : Seeds.of(lab)) {
                cells.add(new Cell<>(
                        function + ", seed " + seed,
                        BigStep.steps(steps, rates.size()),
                        task -> new BigStep(lab, function, seed, steps, task).run(rates)));
            }
        }
        return new Result(steps, lab.cells(name(), Outcomes.class, cells));
    }

    @Override
    public Section told(Result result, Words words) {
        List<Double> rates = rates(result);
        double largest = rates.get(rates.size() - 1);
        return Section.of(name(), words.text("dead-relu-step.title"), words.text("dead-relu-step.asked"))
                .answer(answer(result, largest, words))
                .table(
                        words.text(
                                "dead-relu-step.units",
                                BigStep.UNITS,
                                result.of(ActivationFunction.RELU, largest).size()),
                        List.of(
                                "",
                                words.text("dead-relu-step.step-at"),
                                words.text("dead-relu-step.before"),
                                words.text("dead-relu-step.after"),
                                words.text("dead-relu-step.later", result.steps() / 2),
                                words.text("dead-relu-step.later", result.steps()),
                                words.text("dead-relu-step.came-back"),
                                words.text("dead-relu-step.accuracy-before"),
                                words.text("dead-relu-step.after"),
                                words.text("dead-relu-step.at-end")),
                        rows(result, rates))
                .figure(new Figure(
                        "dead-after-big-step",
                        words.text("dead-after-big-step.title"),
                        words.text("dead-after-big-step.caption"),
                        bars(result, rates, words)))
                .text(words.text(
                        "dead-relu-step.text",
                        result.steps(),
                        onAll(result, words),
                        BigStep.UNITS,
                        most(result, ActivationFunction.ELU),
                        most(result, ActivationFunction.GELU)))
                .build();
    }

    private static List<Double> rates(Result result) {
        return result.seeds().get(0).outcomes().stream().map(Outcome::rate).toList();
    }

    private static String answer(Result result, double rate, Words words) {
        List<String> functions = new ArrayList<>();
        for (ActivationFunction function : FUNCTIONS) {
            List<Outcome> outcomes = result.of(function, rate);
            functions.add(words.text(
                    "dead-relu-step.function",
                    share(outcomes, Outcome::deadAfter),
                    function,
                    share(outcomes, Outcome::deadAtEnd),
                    result.steps()));
        }
        List<Outcome> relu = result.of(ActivationFunction.RELU, rate);
        return words.text(
                "dead-relu-step.answer",
                fixed(rate, 0),
                String.join("; ", functions),
                percent(Seeds.mean(relu, Outcome::accuracyAtEnd), 1),
                percent(Seeds.mean(relu, Outcome::accuracyBefore), 1));
    }

    private static String share(List<Outcome> outcomes, ToDoubleFunction<Outcome> units) {
        return percent(Seeds.mean(outcomes, units) / BigStep.UNITS, 1);
    }

    /** The mean number of units dead right after the step, at the rate where it is largest. */
    private static String most(Result result, ActivationFunction function) {
        return fixed(
                rates(result).stream()
                        .mapToDouble(rate -> Seeds.mean(result.of(function, rate), Outcome::deadAfter))
                        .max()
                        .orElseThrow(),
                1);
    }

    private static String onAll(Result result, Words words) {
        int dead = 0;
        int back = 0;
        for (double rate : rates(result)) {
            for (Outcome outcome : result.of(ActivationFunction.RELU, rate)) {
                dead += outcome.deadOnAll();
                back += outcome.deadOnAllRecovered();
            }
        }
        return words.text("dead-relu-step.on-all", back, dead);
    }

    private static List<List<String>> rows(Result result, List<Double> rates) {
        List<List<String>> rows = new ArrayList<>();
        for (ActivationFunction function : FUNCTIONS) {
            for (double rate : rates) {
                rows.add(row(function, rate, result.of(function, rate)));
            }
        }
        return rows;
    }

    private static List<String> row(ActivationFunction function, double rate, List<Outcome> outcomes) {
        return List.of(
                function.label(),
                Numbers.fixed(rate, 0),
                Seeds.spread(outcomes, Outcome::deadBefore).text(1),
                Seeds.spread(outcomes, Outcome::deadAfter).text(1),
                Seeds.spread(outcomes, Outcome::deadHalfway).text(1),
                Seeds.spread(outcomes, Outcome::deadAtEnd).text(1),
                Seeds.spread(outcomes, Outcome::recovered).text(1),
                Seeds.spread(outcomes, Outcome::accuracyBefore).text(3),
                Seeds.spread(outcomes, Outcome::accuracyAfter).text(3),
                Seeds.spread(outcomes, Outcome::accuracyAtEnd).text(3));
    }

    private static Plot.Bars bars(Result result, List<Double> rates, Words words) {
        List<Plot.Series> series = new ArrayList<>();
        for (ActivationFunction function : FUNCTIONS) {
            List<MeanStd> shares = rates.stream()
                    .map(rate -> Seeds.spread(result.of(function, rate), o -> 100.0 * o.deadAfter() / BigStep.UNITS))
                    .toList();
            series.add(Bars.of(function.label(), shares));
        }
        return new Plot.Bars(
                words.text("dead-after-big-step.x"),
                Axis.linear(words.text("dead-after-big-step.y")).from(0),
                rates.stream().map(rate -> fixed(rate, 0)).toList(),
                series);
    }
}
