package gradientlab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.experiments.MnistOnce;
import gradientlab.experiments.run.TrainedRun;
import gradientlab.experiments.run.TrainingPlan;
import gradientlab.experiments.run.Watch;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Normalisation;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabTest {

    private static final TrainingPlan PROTOCOL =
            TrainingPlan.LECTURE.lasting(1, 10).repeated(2);

    @Test
    void theBitsDoNotDependOnHowManyNetworksTrainAtOnce() {
        Lab alone = lab(1);
        Lab crowd = lab(3);
        List<TrainingPlan> plans = List.of(
                PROTOCOL.with(b -> b.initialisation(InitialisationScheme.ORTHOGONAL)),
                PROTOCOL.with(b -> b.normalisation(Normalisation.BATCH)));
        var first = alone.trainRepeated(plans);
        var second = crowd.trainRepeated(plans);
        for (int i = 0; i < plans.size(); i++) {
            for (int r = 0; r < 2; r++) {
                assertThat(second.get(i).get(r).figures())
                        .isEqualTo(first.get(i).get(r).figures());
            }
        }
        assertThat(first.get(0).get(1).figures().seed()).isEqualTo(43);
    }

    @Test
    void aPlanIsTrainedOnce() {
        Lab lab = lab(2);
        TrainingPlan plan = lab.plan(b -> b.initialisation(InitialisationScheme.TORCH_LINEAR));
        TrainedRun run = lab.train(plan);
        assertThat(lab.train(plan)).isSameAs(run);
        assertThat(lab.trainRepeated(List.of(plan)).get(0).get(0)).isSameAs(run);
        assertThat(lab.trained()).hasSize(2);
    }

    @Test
    void plansAreNamedByWhatSetsThemApart() {
        assertThat(PlanName.of(PROTOCOL)).isEqualTo("standard-normal, seed 42");
        assertThat(PlanName.of(PROTOCOL.with(b -> b.initialisation(InitialisationScheme.TORCH_LINEAR)
                        .normalisation(Normalisation.BATCH)
                        .hidden(5, 10)
                        .outputGain(2))))
                .isEqualTo("torch-linear, output gain 2.0, batch norm before tanh, 5 hidden layers, seed 42");
    }

    private static Lab lab(int workers) {
        return new Lab(MnistOnce.data(), PROTOCOL, Watch.nobody(), workers);
    }
}
