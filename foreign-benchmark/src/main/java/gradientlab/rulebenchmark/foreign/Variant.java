package gradientlab.rulebenchmark.foreign;

import java.util.Locale;
import java.util.function.Consumer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** A usual way to set up a network and its training. */
enum Variant {
    TANH_SGD(s -> {
        s.hidden = Activation.TANH;
        s.updater = Updater.SGD;
        s.rate = 0.1;
    }),
    RELU_ADAM(s -> s.init = WeightInit.RELU),
    RELU_NESTEROVS(s -> {
        s.updater = Updater.NESTEROVS;
        s.rate = 0.02;
    }),
    ELU_RMSPROP(s -> {
        s.hidden = Activation.ELU;
        s.init = WeightInit.LECUN_NORMAL;
        s.updater = Updater.RMSPROP;
        s.rate = 0.002;
    }),
    SELU_ADAM(s -> {
        s.hidden = Activation.SELU;
        s.init = WeightInit.LECUN_NORMAL;
        s.rate = 0.002;
    }),
    LEAKY_WIDE_NESTEROVS(s -> {
        s.hidden = Activation.LEAKYRELU;
        s.init = WeightInit.RELU;
        s.width *= 2;
        s.updater = Updater.NESTEROVS;
        s.rate = 0.01;
    }),
    SIGMOID_SHALLOW_ADAM(s -> {
        s.hidden = Activation.SIGMOID;
        s.depth = 1;
        s.rate = 0.01;
    }),
    RELU_DROPOUT_ADAM(s -> {
        s.init = WeightInit.RELU;
        s.width *= 2;
        s.kept = 0.8;
    }),
    TANH_DECAY_WARM_UP(s -> {
        s.hidden = Activation.TANH;
        s.l2 = 1e-4;
        s.updater = Updater.NESTEROVS;
        s.rate = 0.03;
        s.warmUp = 30;
    }),
    RELU_BATCH_NORM_SGD(s -> {
        s.batchNorm = true;
        s.steps = Math.min(s.steps, 200);
        s.init = WeightInit.RELU;
        s.updater = Updater.SGD;
        s.rate = 0.1;
    }),
    RELU_BATCH_NORM_ADAM(s -> {
        s.batchNorm = true;
        s.steps = Math.min(s.steps, 200);
        s.depth++;
    }),
    SWISH_LARGE_BATCH_ADAM(s -> {
        s.hidden = Activation.SWISH;
        s.batch *= 2;
        s.steps = Math.min(s.steps, 250);
    }),
    RECURRENT_ADAM(s -> s.rate = 0.005),
    RECURRENT_WIDE_ADAM(s -> {
        s.width *= 2;
        s.rate = 0.005;
    }),
    RECURRENT_RMSPROP(s -> {
        s.updater = Updater.RMSPROP;
        s.rate = 0.003;
    }),
    RECURRENT_NESTEROVS(s -> {
        s.updater = Updater.NESTEROVS;
        s.rate = 0.1;
        s.steps = Math.min(s.steps, 250);
    }),
    RECURRENT_SGD(s -> {
        s.updater = Updater.SGD;
        s.rate = 0.5;
        s.steps = Math.min(s.steps, 250);
    }),
    RECURRENT_DROPOUT_ADAM(s -> {
        s.kept = 0.8;
        s.rate = 0.01;
    }),
    RECURRENT_DECAY_WARM_UP(s -> {
        s.l2 = 1e-4;
        s.rate = 0.01;
        s.warmUp = 50;
    }),
    RECURRENT_DEEP_ADAM(s -> {
        s.depth = 2;
        s.rate = 0.005;
    }),
    RECURRENT_LECUN_SMALL_BATCH(s -> {
        s.init = WeightInit.LECUN_NORMAL;
        s.batch = 16;
        s.rate = 0.005;
    });

    private final Consumer<Setup> choice;

    Variant(Consumer<Setup> choice) {
        this.choice = choice;
    }

    void apply(Setup setup) {
        choice.accept(setup);
    }

    /** Whether it is meant for layers with a memory. */
    boolean recurrent() {
        return name().startsWith("RECURRENT");
    }

    /** Whether it puts batch norms between the layers. */
    boolean norms() {
        Setup setup = new Setup();
        apply(setup);
        return setup.batchNorm;
    }

    /** Its name in ids. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
