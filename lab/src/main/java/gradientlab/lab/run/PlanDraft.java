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

    TrainingPlan build() {
        return new TrainingPlan(network.hidden(depth, width).build(), batchSize, epochs, batchesPerEpoch, repeat, data);
    }
}
