package gradientlab.lab.run;

import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;

/** A training plan while its settings are put in, in any order; what is not put in is the lecture's. */
final class PlanDraft {

    final MlpSpecBuilder network = MlpSpec.lecture();
    int depth = TrainingPlan.LECTURE.spec().hidden().size();
    int width = TrainingPlan.LECTURE.spec().hidden().get(0);
    int batchSize = TrainingPlan.LECTURE.batchSize();
    int epochs = TrainingPlan.LECTURE.epochs();
    int batchesPerEpoch = TrainingPlan.LECTURE.batchesPerEpoch();
    int repeat = TrainingPlan.LECTURE.repeat();
    String data = TrainingPlan.LECTURE.data();

    /** @throws SettingException if the normalisation cannot split layers of the width, or a list of them fills the memory */
    TrainingPlan build() {
        return new TrainingPlan(network(), batchSize, epochs, batchesPerEpoch, repeat, data);
    }

    private MlpSpec network() {
        Memory.requireList(depth);
        try {
            return network.hidden(depth, width).build();
        } catch (IllegalArgumentException e) {
            // Each value is allowed by itself, so that only a rule between two is left: that of normalisation and
            // width.
            throw new SettingException(Setting.WIDTH.key(), ": " + e.getMessage(), e);
        }
    }
}
