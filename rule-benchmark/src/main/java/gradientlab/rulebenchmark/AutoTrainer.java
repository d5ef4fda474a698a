package gradientlab.rulebenchmark;

import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * AUTOTRAINER (Zhang et al. 2021, "AUTOTRAINER: An Automatic DNN Training Problem Detection and Repair System"), with
 * its default thresholds and its order of questions.
 *
 * <p>At the end of each epoch, from 30 % of the training on for everything that looks at the history: a loss, weight or
 * gradient that is not finite, or a loss of 1000, is an explosion. Else, if the accuracy so far stays below 0.7 or
 * gains less than 0.01 in any epoch: dying ReLU, then exploding, then vanishing gradient, then slow convergence. Else
 * an oscillating accuracy. The first problem found is the one named. An epoch is {@link TracedTraining#EPOCH} steps
 * here, and the held-out accuracy stands for both of its accuracies.
 */
final class AutoTrainer implements RuleSet {

    static final double VANISHING_RATIO = 1e-3;
    static final double VANISHING_NORM = 1e-4;
    static final double EXPLODING_RATIO = 70;
    static final double ZERO_GRADIENTS = 0.7;
    static final double SWING = 0.03;
    static final double SWINGING_EPOCHS = 0.2;
    static final double SLOW_GAIN = 0.01;
    static final double GREAT_LOSS = 1e3;
    static final double GREAT_WEIGHT = 5;
    static final double GREAT_ACTIVATION = 10;
    static final double CONVERGED = 0.7;
    static final double JUDGEMENT_POINT = 0.3;

    @Override
    public String name() {
        return "AUTOTRAINER";
    }

    @Override
    public Set<FaultClass> named(RunTrace trace) {
        for (int epoch = 1; epoch <= trace.checks().size(); epoch++) {
            Set<FaultClass> named = named(trace, trace.checks().subList(0, epoch));
            if (!named.isEmpty()) {
                return named;
            }
        }
        return Set.of();
    }

    private static Set<FaultClass> named(RunTrace trace, List<Check> checks) {
        int step = checks.get(checks.size() - 1).step();
        List<StepSample> seen = trace.samples().stream()
                .filter(sample -> sample.step() > 0 && sample.step() <= step)
                .filter(sample -> checks.stream().anyMatch(check -> check.step() == sample.step()))
                .toList();
        if (blownUp(
                checks, trace.losses().subList(0, Math.min(step, trace.losses().size())), seen)) {
            return Set.of(FaultClass.EXPLODING, FaultClass.NON_FINITE);
        }
        boolean late = step >= JUDGEMENT_POINT * trace.steps();
        if (late && (notConverged(checks) || slow(checks))) {
            return reason(seen, slow(checks));
        }
        return late && oscillates(checks) ? Set.of(FaultClass.UNSTABLE) : Set.of();
    }

    private static Set<FaultClass> reason(List<StepSample> seen, boolean slow) {
        if (any(seen, AutoTrainer::dyingRelu)) {
            return Set.of(FaultClass.DEAD_UNITS);
        }
        if (any(seen, AutoTrainer::exploding)) {
            return Set.of(FaultClass.EXPLODING);
        }
        if (any(seen, AutoTrainer::vanishing)) {
            return Set.of(FaultClass.VANISHING);
        }
        return slow ? Set.of(FaultClass.NOT_LEARNING) : Set.of();
    }

    private static boolean any(List<StepSample> seen, Predicate<StepSample> question) {
        return seen.stream().anyMatch(question);
    }

    private static boolean blownUp(List<Check> checks, List<Double> losses, List<StepSample> seen) {
        Stream<Double> all = Stream.concat(losses.stream(), checks.stream().map(Check::loss));
        return all.anyMatch(loss -> !(Math.abs(loss) < GREAT_LOSS)) || any(seen, AutoTrainer::notFinite);
    }

    private static boolean notFinite(StepSample sample) {
        return sample.parameters().anyMatch(p -> !Measures.finite(p.values()) || !Measures.finite(p.gradient()));
    }

    static boolean dyingRelu(StepSample sample) {
        long zeros =
                sample.parameters().mapToLong(p -> Measures.zeros(p.gradient())).sum();
        long all = sample.parameters().mapToLong(p -> p.gradient().length).sum();
        return zeros >= ZERO_GRADIENTS * all;
    }

    static boolean exploding(StepSample sample) {
        return ratio(sample) > EXPLODING_RATIO
                || sample.weights().stream().anyMatch(w -> Measures.maxAbs(w.values()) > GREAT_WEIGHT)
                || sample.nonlinearities().stream().anyMatch(AutoTrainer::great);
    }

    private static boolean great(LayerCapture layer) {
        return Measures.meanAbs(layer.activation().values()) >= GREAT_ACTIVATION;
    }

    static boolean vanishing(StepSample sample) {
        return ratio(sample) < VANISHING_RATIO && first(sample) < VANISHING_NORM;
    }

    /** ‖g of the first weights‖ / ‖g of the last weights‖. */
    private static double ratio(StepSample sample) {
        List<ParameterCapture> weights = sample.weights();
        return first(sample) / Measures.norm(weights.get(weights.size() - 1).gradient());
    }

    private static double first(StepSample sample) {
        return Measures.norm(sample.weights().get(0).gradient());
    }

    private static boolean notConverged(List<Check> checks) {
        return checks.stream().allMatch(check -> check.accuracy() < CONVERGED);
    }

    /** Needs two epochs. */
    static boolean slow(List<Check> checks) {
        double gain = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < checks.size(); i++) {
            gain = Math.max(gain, checks.get(i).accuracy() - checks.get(i - 1).accuracy());
        }
        return checks.size() > 1 && gain < SLOW_GAIN;
    }

    /** Local maxima and minima of the accuracy are paired in their order; a pair that far apart is a swing. */
    static boolean oscillates(List<Check> checks) {
        double[] accuracies = checks.stream().mapToDouble(Check::accuracy).toArray();
        List<Double> tops = Turns.of(accuracies, 1);
        List<Double> bottoms = Turns.of(accuracies, -1);
        int swings = 0;
        for (int i = 0; i < Math.min(tops.size(), bottoms.size()); i++) {
            swings += tops.get(i) - bottoms.get(i) >= SWING ? 1 : 0;
        }
        return swings > 0 && swings >= SWINGING_EPOCHS * checks.size();
    }
}
