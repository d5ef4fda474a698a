package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.history.UnitChoice;
import gradientlab.diagnostics.limits.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The update after which many units of a layer are dead that were alive before. */
final class StepKilledUnits extends RuleCheck {

    private static final Advice ADVICE = new Advice(
            Message.of("step-killed-units.cause"), Message.of("step-killed-units.remedy"), Remedy.LOWER_LEARNING_RATE);

    StepKilledUnits() {
        super(Severity.FAULT, Limit.KILLED_SHARE, Limit.DEAD_EXAMPLES, Limit.LOG10_UPDATE_RATIO_HIGH);
    }

    /** One finding per layer: the first pair of observations between which many units died. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.structure().layers().stream()
                .flatMap(layer -> IntStream.range(1, run.observations().size())
                        .mapToObj(i -> finding(
                                run,
                                layer,
                                run.observations().get(i - 1),
                                run.observations().get(i)))
                        .flatMap(Optional::stream)
                        .limit(1))
                .toList();
    }

    private static Optional<Finding> finding(RuleContext run, LayerFacts layer, Observation before, Observation after) {
        UnitChoice killed = UnitChoice.dead(after, layer, unit -> UnitChoice.is(before, layer, unit, UnitState.ALIVE));
        boolean judged = run.enoughExamples(before, layer) && run.enoughExamples(after, layer);
        if (!judged || !killed.many(run.limit(Limit.KILLED_SHARE))) {
            return Optional.empty();
        }
        Step step = Step.between(run, before.iteration(), after.iteration());
        List<String> arguments = new ArrayList<>(List.of(
                killed.count(), killed.ofAll(), killed.list(), EvidenceText.percent(run.limit(Limit.KILLED_SHARE))));
        arguments.addAll(0, step.arguments());
        return Optional.of(run.finding(
                Rule.STEP_KILLED_UNITS,
                layer.name(),
                step.iteration(),
                new Message(step.key(), arguments),
                why(run, step, after),
                Limit.KILLED_SHARE));
    }

    /** The learning rate where the step was as large as the weights; otherwise that is not shown. */
    private static Advice why(RuleContext run, Step step, Observation after) {
        if (run.found(Rule.INPUT_NOT_SCALED)) {
            return InputNotScaled.advice(run);
        }
        double largest = StepSizes.of(run).largestBetween(step.iteration(), after.iteration());
        return largest > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH) ? ADVICE : TrainingCause.of(run, after);
    }
}
