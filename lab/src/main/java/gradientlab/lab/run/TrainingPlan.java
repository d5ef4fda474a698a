package gradientlab.lab.run;

import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import java.util.function.UnaryOperator;

/**
 * One specification and how it is trained and repeated.
 *
 * @param spec the network; its seed is that of the first repetition and also decides the order of the examples
 * @param batchSize examples per step, at least 1
 * @param epochs passes, at least 1
 * @param batchesPerEpoch the cap on the steps of one pass, at least 1
 * @param repeat how often, with the seeds seed, seed + 1, …; at least 1
 * @param data the folder of the data set, or null for the bundled MNIST
 */
public record TrainingPlan(MlpSpec spec, int batchSize, int epochs, int batchesPerEpoch, int repeat, String data) {

    /** The lecture's protocol: batches of 32, 10 epochs of 101 batches (its loop breaks after {@code i == 100}). */
    public static final TrainingPlan LECTURE =
            new TrainingPlan(MlpSpec.lecture().build(), 32, 10, 101, 1, null);

    /** @throws SettingException naming the setting, the rule and the value */
    public TrainingPlan {
        check(Setting.BATCH_SIZE, batchSize);
        check(Setting.EPOCHS, epochs);
        check(Setting.BATCHES_PER_EPOCH, batchesPerEpoch);
        check(Setting.REPEAT, repeat);
    }

    /** The same protocol for a changed network. */
    public TrainingPlan with(UnaryOperator<MlpSpecBuilder> change) {
        return with(change.apply(spec.but()).build());
    }

    /** The same protocol for another network. */
    public TrainingPlan with(MlpSpec other) {
        return new TrainingPlan(other, batchSize, epochs, batchesPerEpoch, repeat, data);
    }

    /** Another length of training. */
    public TrainingPlan lasting(int otherEpochs, int otherBatchesPerEpoch) {
        return new TrainingPlan(spec, batchSize, otherEpochs, otherBatchesPerEpoch, repeat, data);
    }

    /** Another number of repetitions. */
    public TrainingPlan repeated(int times) {
        return new TrainingPlan(spec, batchSize, epochs, batchesPerEpoch, times, data);
    }

    /** The plan of one repetition, counted from 0. */
    public TrainingPlan repetition(int index) {
        return with(b -> b.seed(spec.seed() + index)).repeated(1);
    }

    private static void check(Setting setting, int value) {
        setting.type().of(setting.key(), value);
    }
}
