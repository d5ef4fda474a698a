package gradientlab.rulebenchmark.foreign;

import static gradientlab.rulebenchmark.foreign.Trait.COLUMNS;
import static gradientlab.rulebenchmark.foreign.Trait.DEEPENS;
import static gradientlab.rulebenchmark.foreign.Trait.DROPS;
import static gradientlab.rulebenchmark.foreign.Trait.NARROWS;
import static gradientlab.rulebenchmark.foreign.Trait.REAL;
import static gradientlab.rulebenchmark.foreign.Trait.SOFTMAX;
import static gradientlab.rulebenchmark.foreign.Trait.STACK;

import gradientlab.mnist.MnistDataset;
import gradientlab.rulebenchmark.Half;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A kind of program: its data, its architecture, and what its author would choose by default. */
enum Family {
    TABLE_CLASSES(Half.TUNING, Nets::dense, (mnist, r) -> Tables.clusters(r, 6, 4), s -> {}, dense(SOFTMAX)),
    TABLE_VALUE(Half.TUNING, Nets::dense, (mnist, r) -> Tables.values(r, 8, 1), Family::values, dense(Trait.VALUES)),
    TABLE_BIT(
            Half.TUNING,
            Nets::dense,
            (mnist, r) -> Tables.bits(r, 6, 1),
            Family::bits,
            dense(Trait.SIGMOID, Trait.ONE_BIT)),
    DIGITS(
            Half.TUNING,
            Nets::convolutions,
            (mnist, r) -> SmallImages.digits(mnist, r),
            s -> {
                s.steps = 200;
                s.batch = 16;
            },
            EnumSet.of(REAL, SOFTMAX, STACK, DROPS, NARROWS, Trait.NORMS)),
    RESIDUAL(
            Half.TUNING,
            Nets::residual,
            (mnist, r) -> Tables.shells(r, 5),
            s -> {},
            EnumSet.of(REAL, COLUMNS, SOFTMAX, STACK, DROPS, Trait.NORMS)),
    AUTOENCODER(
            Half.TUNING,
            Nets::autoencoder,
            (mnist, r) -> Tables.lowRank(r, 16),
            s -> {
                values(s);
                s.narrow = 5;
            },
            EnumSet.of(REAL, Trait.VALUES, Trait.MIRRORED, STACK, DEEPENS, DROPS, NARROWS, Trait.NORMS)),
    LAST_OF_LSTM(
            Half.TUNING,
            Nets::lstm,
            (mnist, r) -> Sequences.majority(r, 6),
            Family::recurrent,
            EnumSet.of(REAL, SOFTMAX, Trait.GATED, DROPS)),
    TABLE_VALUES(Half.SCORING, Nets::dense, (mnist, r) -> Tables.values(r, 10, 4), Family::values, dense(Trait.VALUES)),
    TABLE_BITS(Half.SCORING, Nets::dense, (mnist, r) -> Tables.bits(r, 8, 5), Family::bits, dense(Trait.SIGMOID)),
    MERGED(Half.SCORING, Nets::merged, (mnist, r) -> Tables.pairs(r, 5, 4), s -> {}, dense(SOFTMAX)),
    SHAPES(
            Half.SCORING,
            Nets::pooledConvolutions,
            (mnist, r) -> SmallImages.shapes(r),
            s -> {
                s.steps = 200;
                s.batch = 16;
            },
            EnumSet.of(REAL, SOFTMAX, STACK, NARROWS, Trait.NORMS)),
    WAVES(
            Half.SCORING,
            Nets::convolutions1d,
            (mnist, r) -> Sequences.waves(r, 36),
            s -> s.steps = 200,
            EnumSet.of(REAL, SOFTMAX, STACK, DROPS, NARROWS)),
    WORDS(
            Half.SCORING,
            Nets::embedding,
            (mnist, r) -> Sequences.words(r, 10, 4),
            s -> {
                s.depth = 1;
                s.rate = 0.01;
            },
            EnumSet.of(SOFTMAX, STACK, DROPS, NARROWS, DEEPENS, Trait.NORMS)),
    DELAYED(
            Half.SCORING,
            Nets::rnn,
            (mnist, r) -> Sequences.delayed(r, Sequences.TIME),
            Family::recurrent,
            EnumSet.of(REAL, SOFTMAX, Trait.RECURRENT, Trait.EVERY_STEP, DROPS));

    /** Builds an initialised network. */
    private interface Architecture {
        Model of(Setup setup, ForeignTask task, long seed);
    }

    private final Half half;
    private final Architecture architecture;
    private final BiFunction<MnistDataset, Random, ForeignTask> data;
    private final Consumer<Setup> defaults;
    private final Set<Trait> traits;

    Family(
            Half half,
            Architecture architecture,
            BiFunction<MnistDataset, Random, ForeignTask> data,
            Consumer<Setup> defaults,
            Set<Trait> traits) {
        this.half = half;
        this.architecture = architecture;
        this.data = data;
        this.defaults = defaults;
        this.traits = traits;
    }

    private static Set<Trait> dense(Trait... more) {
        Set<Trait> traits = EnumSet.of(REAL, COLUMNS, STACK, DEEPENS, DROPS, NARROWS, Trait.NORMS);
        traits.addAll(Arrays.asList(more));
        return traits;
    }

    private static void values(Setup setup) {
        setup.output = Activation.IDENTITY;
        setup.loss = LossFunction.MSE;
    }

    private static void bits(Setup setup) {
        setup.output = Activation.SIGMOID;
        setup.loss = LossFunction.XENT;
    }

    private static void recurrent(Setup setup) {
        setup.hidden = Activation.TANH;
        setup.width = 16;
        setup.depth = 1;
        setup.steps = 200;
    }

    Half half() {
        return half;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The usual ways to set it up. */
    List<Variant> variants() {
        boolean memory = !has(STACK);
        return Arrays.stream(Variant.values())
                .filter(variant -> variant.recurrent() == memory)
                .filter(variant -> has(Trait.NORMS) || !variant.norms())
                .toList();
    }

    /** A loss at every step of time sums over them: a step along its gradient is as much shorter. */
    Setup setup(Variant variant) {
        Setup setup = new Setup();
        defaults.accept(setup);
        variant.apply(setup);
        setup.rate /= has(Trait.EVERY_STEP) && setup.updater.followsTheGradientsSize() ? Sequences.TIME : 1;
        return setup;
    }

    ForeignTask task(MnistDataset mnist, long seed) {
        return data.apply(mnist, new Random(seed));
    }

    Model network(Setup setup, ForeignTask task, long seed) {
        return architecture.of(setup, task, seed);
    }

    /** Its name in ids. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
