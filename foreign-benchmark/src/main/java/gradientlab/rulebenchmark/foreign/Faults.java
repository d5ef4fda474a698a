package gradientlab.rulebenchmark.foreign;

import static gradientlab.rulebenchmark.foreign.Weights.ALL;
import static gradientlab.rulebenchmark.foreign.Weights.HIDDEN;
import static gradientlab.rulebenchmark.foreign.Weights.OUTPUT;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** All faults, a row each. */
final class Faults {

    private static final BiPredicate<Family, Setup> ANYWHERE = (family, setup) -> true;
    private static final BiPredicate<Family, Setup> REAL = with(Trait.REAL);
    private static final BiPredicate<Family, Setup> COLUMNS = with(Trait.COLUMNS);
    private static final BiPredicate<Family, Setup> SOFTMAX = with(Trait.SOFTMAX);
    private static final BiPredicate<Family, Setup> SIGMOID = with(Trait.SIGMOID);
    private static final BiPredicate<Family, Setup> VALUES = with(Trait.VALUES);
    private static final BiPredicate<Family, Setup> LABELS = without(Trait.MIRRORED);
    private static final BiPredicate<Family, Setup> ONE_LABEL = without(Trait.EVERY_STEP);
    private static final BiPredicate<Family, Setup> STACK = with(Trait.STACK);
    private static final BiPredicate<Family, Setup> PLAIN = (family, setup) -> !setup.batchNorm;
    private static final BiPredicate<Family, Setup> GRADIENT_STEPS =
            (family, setup) -> setup.updater.followsTheGradientsSize();

    static final List<ForeignFault> ALL_FAULTS = Stream.of(
                    input(), rate(), initialisation(), nonlinearity(), output(), targets(), training(), time())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    private static List<ForeignFault> input() {
        return List.of(
                row("input-x255", Kind.UNSCALED_INPUT, REAL, features((j, x) -> 255 * x)),
                row("input-x1000", Kind.UNSCALED_INPUT, REAL, features((j, x) -> 1000 * x)),
                row("input-offset-column", Kind.UNSCALED_INPUT, COLUMNS, features((j, x) -> j == 0 ? x + 200 : x)),
                row("input-dominating-column", Kind.UNSCALED_INPUT, COLUMNS, features((j, x) -> j == 1 ? 500 * x : x)),
                scoringOnly("input-offset", Kind.UNSCALED_INPUT, REAL, features((j, x) -> x + 50)),
                row("input-x0.0001", Kind.OVERSCALED_INPUT, REAL, features((j, x) -> 1e-4 * x)));
    }

    private static List<ForeignFault> rate() {
        return List.of(
                row("rate-x30", Kind.LR_TOO_HIGH, ANYWHERE, s -> s.rate *= 30),
                row("rate-x300", Kind.LR_TOO_HIGH, ANYWHERE, s -> s.rate *= 300),
                row("rate-x0.001", Kind.LR_TOO_LOW, ANYWHERE, s -> s.rate *= 1e-3),
                scoringOnly("momentum-0.995", Kind.OPTIMIZER_UNSUITABLE, nesterovs(), s -> s.momentum = 0.995));
    }

    private static BiPredicate<Family, Setup> nesterovs() {
        return (family, setup) -> setup.updater == Updater.NESTEROVS;
    }

    private static List<ForeignFault> initialisation() {
        return List.of(
                row("hidden-weights-x20", Kind.INIT_TOO_LARGE, PLAIN, start(HIDDEN.times(20))),
                row("output-weights-x30", Kind.INIT_TOO_LARGE, ANYWHERE, start(OUTPUT.times(30))),
                row("all-weights-x10", Kind.INIT_TOO_LARGE, PLAIN, start(ALL.times(10))),
                row("hidden-weights-x0.001", Kind.INIT_TOO_SMALL, PLAIN, start(HIDDEN.times(1e-3))),
                row("all-weights-x0.01", Kind.INIT_TOO_SMALL, PLAIN, start(ALL.times(0.01))),
                row("all-weights-0", Kind.INIT_SYMMETRIC, ANYWHERE, start(ALL.constant(0))),
                row("hidden-weights-0.1", Kind.INIT_SYMMETRIC, ANYWHERE, start(HIDDEN.constant(0.1))),
                scoringOnly("hidden-weights-0", Kind.INIT_SYMMETRIC, ANYWHERE, start(HIDDEN.constant(0))),
                row("hidden-biases-minus-10", Kind.DEAD_RELU, PLAIN.and(rectified()), start(HIDDEN.bias(-10))),
                scoringOnly("hidden-biases-20", Kind.INIT_TOO_LARGE, PLAIN.and(bounded()), start(HIDDEN.bias(20))));
    }

    private static BiPredicate<Family, Setup> rectified() {
        return STACK.and((family, setup) -> setup.hidden == Activation.RELU);
    }

    private static BiPredicate<Family, Setup> bounded() {
        return STACK.and((family, setup) -> setup.hidden == Activation.TANH || setup.hidden == Activation.SIGMOID);
    }

    private static List<ForeignFault> nonlinearity() {
        return List.of(
                row("sigmoid-8-layers", Kind.VANISHING_GRADIENT, PLAIN.and(with(Trait.DEEPENS)), s -> {
                    s.hidden = Activation.SIGMOID;
                    s.depth = 8;
                }),
                row("no-nonlinearity", Kind.NO_NONLINEARITY, STACK, s -> s.hidden = Activation.IDENTITY),
                scoringOnly(
                        "hidden-softmax",
                        Kind.WRONG_HIDDEN_ACTIVATION,
                        PLAIN.and(with(Trait.DEEPENS)),
                        s -> s.hidden = Activation.SOFTMAX));
    }

    private static List<ForeignFault> output() {
        Kind activation = Kind.WRONG_OUTPUT_ACTIVATION;
        BiPredicate<Family, Setup> logits = SOFTMAX.and(ONE_LABEL);
        return List.of(
                row("softmax-mse", Kind.WRONG_LOSS, SOFTMAX, s -> s.loss = LossFunction.MSE),
                row("softmax-one-unit", activation, with(Trait.ONE_BIT), s -> s.output = Activation.SOFTMAX),
                row("sigmoid-mcxent", activation, SOFTMAX, s -> s.output = Activation.SIGMOID),
                row("identity-mcxent", activation, SOFTMAX, s -> s.output = Activation.IDENTITY),
                scoringOnly("relu-mcxent", activation, SOFTMAX, s -> s.output = Activation.RELU),
                row("identity-xent", activation, SIGMOID, s -> s.output = Activation.IDENTITY),
                scoringOnly("tanh-xent", activation, SIGMOID, s -> s.output = Activation.TANH),
                row("softmax-twice", activation, logits, s -> s.onLogits = Activation.SOFTMAX),
                scoringOnly("relu-on-logits", activation, logits, s -> s.onLogits = Activation.RELU),
                scoringOnly("sigmoid-twice", activation, SIGMOID, s -> s.onLogits = Activation.SIGMOID),
                row("relu-on-values", activation, VALUES, s -> s.output = Activation.RELU),
                row("sigmoid-on-values", activation, VALUES, s -> s.output = Activation.SIGMOID),
                scoringOnly("softmax-on-values", activation, VALUES, s -> s.output = Activation.SOFTMAX),
                scoringOnly("tanh-on-wide-values", activation, VALUES, s -> {
                    s.output = Activation.TANH;
                    targets((k, y) -> 4 * y).accept(s);
                }),
                scoringOnly("mcxent-on-values", Kind.WRONG_LOSS, VALUES, s -> s.loss = LossFunction.MCXENT));
    }

    private static List<ForeignFault> targets() {
        return List.of(
                row("labels-shuffled", Kind.WRONG_LABELS, LABELS, train(Faults::shuffled)),
                row("labels-zero", Kind.WRONG_LABELS, SOFTMAX, train(zero())),
                scoringOnly("labels-one-class", Kind.WRONG_LABELS, SOFTMAX.and(ONE_LABEL), train(first())),
                row("targets-x1000", Kind.UNSCALED_TARGET, VALUES.and(LABELS), targets((k, y) -> 1000 * y)),
                scoringOnly("targets-plus-500", Kind.UNSCALED_TARGET, VALUES.and(LABELS), targets((k, y) -> y + 500)),
                row(
                        "sorted-by-class",
                        Kind.UNSHUFFLED_DATA,
                        ONE_LABEL.and(SOFTMAX.or(with(Trait.ONE_BIT))),
                        s -> s.feeding = Feeding.BY_CLASS),
                row("same-batch", Kind.REPEATED_BATCH, ANYWHERE, s -> s.feeding = Feeding.SAME_BATCH));
    }

    private static Examples shuffled(Examples rows) {
        int[] order = Batches.shuffled(new Random(7), rows.size());
        return rows.withTargets(rows.taken(order).targets());
    }

    private static UnaryOperator<Examples> zero() {
        return rows -> rows.targets((k, y) -> 0);
    }

    private static UnaryOperator<Examples> first() {
        return rows -> rows.targets((k, y) -> k == 0 ? 1 : 0);
    }

    /** DL4J cannot freeze a layer of which the last step is read. */
    private static List<ForeignFault> training() {
        return List.of(
                row("l2-of-1", Kind.OVER_REGULARISED, ANYWHERE, s -> s.l2 = 1),
                row("dropout-keeps-0.03", Kind.DROPOUT_TOO_STRONG, with(Trait.DROPS), s -> s.kept = 0.03),
                row("clipped-at-1e-6", Kind.CLIPPING_TOO_TIGHT, GRADIENT_STEPS, s -> s.clip = 1e-6),
                row("frozen", Kind.FROZEN_LAYERS, without(Trait.GATED), s -> s.frozen = true),
                row("bottleneck-of-1", Kind.BOTTLENECK, with(Trait.NARROWS), s -> s.narrow = 1),
                row("batch-norm-batch-2", Kind.BATCH_TOO_SMALL, PLAIN.negate(), s -> s.batch = 2),
                row("loss-summed", Kind.LOSS_SUMMED, GRADIENT_STEPS, s -> s.miniBatch = false));
    }

    private static List<ForeignFault> time() {
        BiPredicate<Family, Setup> recurrent = with(Trait.RECURRENT);
        return List.of(
                row("forget-bias-minus-20", Kind.FORGETTING, with(Trait.GATED), start(Weights.forgetBias(-20))),
                scoringOnly("recurrent-weights-0", Kind.FORGETTING, recurrent, start(HIDDEN.recurrentTimes(1e-3))),
                scoringOnly(
                        "recurrent-weights-x10",
                        Kind.EXPLODING_ACTIVATIONS,
                        recurrent,
                        start(HIDDEN.recurrentTimes(10))),
                scoringOnly("recurrent-relu-x4", Kind.EXPLODING_ACTIVATIONS, recurrent, s -> {
                    s.hidden = Activation.RELU;
                    s.start(HIDDEN.recurrentTimes(4));
                }));
    }

    private static ForeignFault row(String id, Kind kind, BiPredicate<Family, Setup> where, Consumer<Setup> change) {
        return new ForeignFault(id, kind, false, where, change);
    }

    /** A row that the tuning half does not have. */
    private static ForeignFault scoringOnly(
            String id, Kind kind, BiPredicate<Family, Setup> where, Consumer<Setup> change) {
        return new ForeignFault(id, kind, true, where, change);
    }

    private static BiPredicate<Family, Setup> with(Trait trait) {
        return (family, setup) -> family.has(trait);
    }

    private static BiPredicate<Family, Setup> without(Trait... traits) {
        return (family, setup) -> Arrays.stream(traits).noneMatch(family::has);
    }

    private static Consumer<Setup> features(Examples.Change change) {
        return setup -> setup.data(task -> task.with(rows -> rows.features(change)));
    }

    private static Consumer<Setup> targets(Examples.Change change) {
        return setup -> setup.data(task -> task.with(rows -> rows.targets(change)));
    }

    private static Consumer<Setup> train(UnaryOperator<Examples> change) {
        return setup -> setup.data(task -> task.withTrain(change));
    }

    private static Consumer<Setup> start(Consumer<Model> change) {
        return setup -> setup.start(change);
    }
}
