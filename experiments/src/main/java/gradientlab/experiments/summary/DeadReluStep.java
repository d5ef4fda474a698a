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
    public String summary() {
        return "One step that is too big: how many units die, and which recover";
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
    public Section section(Result result) {
        List<Double> rates = rates(result);
        double largest = rates.get(rates.size() - 1);
        return Section.of(
                        name(), "One step that is too big", "Can a single big step kill units, and do they come back?")
                .answer(answer(result, largest))
                .table(
                        "Units of " + BigStep.UNITS
                                + " without any gradient on 1,000 training examples, mean ± std over "
                                + result.of(ActivationFunction.RELU, largest).size() + " seeds: before one step at the"
                                + " given learning rate, right after it, and after normal steps at 0.1",
                        List.of(
                                "",
                                "step at",
                                "before",
                                "right after",
                                result.steps() / 2 + " steps later",
                                result.steps() + " steps later",
                                "came back",
                                "accuracy before",
                                "right after",
                                "at the end"),
                        rows(result, rates))
                .figure(new Figure(
                        "dead-after-big-step",
                        "Units without gradient after one big step",
                        "Share of the 128 hidden units right after the step, on 1,000 training examples; the bars are ± one"
                                + " standard deviation over the seeds.",
                        bars(result, rates)))
                .text("Before the step each net has learnt for " + result.steps()
                        + " steps from Kaiming's initialisation."
                        + " A ReLU whose pre-activation is negative on every example passes no gradient, so nothing moves its"
                        + " weights again, unless it is active on an example that was not looked at: of the ReLU units that"
                        + " were silent on all training examples right after the step, "
                        + onAll(result)
                        + " A leaky ReLU has a slope everywhere, so none of its units is ever without a gradient. ELU and"
                        + " GELU have a slope below zero as well, but one that fades: where it is 0 in float32 (ELU below"
                        + " z = −104, GELU below −14), a unit is as dead as a ReLU's. Of " + BigStep.UNITS
                        + " units the steps here took " + most(result, ActivationFunction.ELU) + " from ELU and "
                        + most(result, ActivationFunction.GELU) + " from GELU, at the rate that took most.")
                .build();
    }

    private static List<Double> rates(Result result) {
        return result.seeds().get(0).outcomes().stream().map(Outcome::rate).toList();
    }

    private static String answer(Result result, double rate) {
        StringBuilder text = new StringBuilder("After one step at learning rate " + fixed(rate, 0) + " ");
        for (ActivationFunction function : FUNCTIONS) {
            List<Outcome> outcomes = result.of(function, rate);
            text.append(function == FUNCTIONS.get(0) ? "" : "; ")
                    .append(share(outcomes, Outcome::deadAfter))
                    .append(" of the ")
                    .append(function)
                    .append(" units have no gradient (")
                    .append(share(outcomes, Outcome::deadAtEnd))
                    .append(" ")
                    .append(result.steps())
                    .append(" steps later)");
        }
        List<Outcome> relu = result.of(ActivationFunction.RELU, rate);
        return text + "; the ReLU nets are back at an accuracy of "
                + percent(Seeds.mean(relu, Outcome::accuracyAtEnd), 1) + " all the same, from "
                + percent(Seeds.mean(relu, Outcome::accuracyBefore), 1) + " before the step.";
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

    private static String onAll(Result result) {
        int dead = 0;
        int back = 0;
        for (double rate : rates(result)) {
            for (Outcome outcome : result.of(ActivationFunction.RELU, rate)) {
                dead += outcome.deadOnAll();
                back += outcome.deadOnAllRecovered();
            }
        }
        return back + " of " + dead + " had a gradient at the end.";
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

    private static Plot.Bars bars(Result result, List<Double> rates) {
        List<Plot.Series> series = new ArrayList<>();
        for (ActivationFunction function : FUNCTIONS) {
            List<MeanStd> shares = rates.stream()
                    .map(rate -> Seeds.spread(result.of(function, rate), o -> 100.0 * o.deadAfter() / BigStep.UNITS))
                    .toList();
            series.add(Bars.of(function.label(), shares));
        }
        return new Plot.Bars(
                "learning rate of the one step",
                Axis.linear("units without gradient (%)").from(0),
                rates.stream().map(rate -> fixed(rate, 0)).toList(),
                series);
    }
}
