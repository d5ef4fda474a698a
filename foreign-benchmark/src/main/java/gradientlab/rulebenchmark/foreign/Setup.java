package gradientlab.rulebenchmark.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.RampSchedule;

/**
 * What the author of a program chose. Written once, by the family, the variant and the fault in this order, before the
 * data are drawn and the network is built.
 */
final class Setup {

    Activation hidden = Activation.RELU;
    WeightInit init = WeightInit.XAVIER;
    int width = 32;
    int depth = 2;
    /** Units of the narrowest hidden layer; 0 where none is narrower than the others. */
    int narrow;

    boolean batchNorm;
    /** The share of units that dropout keeps, as DL4J counts; 1 for none. */
    double kept = 1;

    double l2;

    Activation output = Activation.SOFTMAX;
    LossFunction loss = LossFunction.MCXENT;
    /** A nonlinearity on the logits before the output's own; null for none. */
    Activation onLogits;

    Updater updater = Updater.ADAM;
    double rate = 0.003;
    double momentum = 0.9;
    /** Steps in which the rate grows to its value; 0 for none. */
    int warmUp;
    /** The largest entry that clipping leaves of the gradient; 0 for no clipping. */
    double clip;

    boolean miniBatch = true;
    boolean frozen;
    int batch = 32;
    int steps = 300;
    Feeding feeding = Feeding.SHUFFLED;

    private final List<UnaryOperator<ForeignTask>> onData = new ArrayList<>();
    private final List<Consumer<Model>> onStart = new ArrayList<>();

    /** Does something to the data. */
    void data(UnaryOperator<ForeignTask> change) {
        onData.add(change);
    }

    /** Does something to the fresh network. */
    void start(Consumer<Model> change) {
        onStart.add(change);
    }

    ForeignTask changed(ForeignTask task) {
        ForeignTask result = task;
        for (UnaryOperator<ForeignTask> change : onData) {
            result = change.apply(result);
        }
        return result;
    }

    Model started(Model model) {
        onStart.forEach(change -> change.accept(model));
        return frozen ? Weights.frozen(model) : model;
    }

    /** What every layer shares. */
    NeuralNetConfiguration.Builder common(long seed) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater())
                .weightInit(init)
                .activation(hidden)
                .l2(l2)
                .miniBatch(miniBatch);
        return clip == 0
                ? builder
                : builder.gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                        .gradientNormalizationThreshold(clip);
    }

    private IUpdater updater() {
        return updater.of(rate, warmUp == 0 ? null : new RampSchedule(new FixedSchedule(rate), warmUp), momentum);
    }
}
