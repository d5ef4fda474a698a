package gradientlab.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.engine.Engine;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.Specification;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecificationsTest {

    private static final TrainingPlan PLAN = TrainingPlan.LECTURE;

    private static Provenance provenance(String data, Map<String, String> sha256, String commit, String backend) {
        return new Provenance(data, sha256, "1.0", commit, "1.0.0-M2.1", backend, "auto", "17", "Linux", 2, "today");
    }

    private static final Provenance HERE = provenance("MNIST", Map.of("train-images", "ab"), "c0ffee", "CPU");

    private static Specification training(TrainingPlan plan, Engine engine, Provenance provenance) {
        return Specifications.ofTraining(plan, engine, provenance);
    }

    private static TrainingPlan onData(String folder) {
        return new TrainingPlan(PLAN.spec(), 32, 10, 101, 1, folder);
    }

    @Test
    void theSameDataUnderAnotherPathAndNameAreTheSameData() {
        Specification here = training(onData("/here"), Engine.AUTO, HERE);
        Provenance moved = provenance("moved", Map.of("emnist-train-images", "ab"), "c0ffee", "CPU");
        assertThat(here.difference(training(onData("/there"), Engine.AUTO, moved)))
                .isEmpty();
        Provenance other = provenance("MNIST", Map.of("train-images", "cd"), "c0ffee", "CPU");
        assertThat(here.difference(training(onData("/here"), Engine.AUTO, other)))
                .startsWith("data ");
    }

    @Test
    void howManyRepetitionsThereAreIsPartOfExperimentsAlone() {
        assertThat(training(PLAN, Engine.AUTO, HERE).difference(training(PLAN.repeated(5), Engine.AUTO, HERE)))
                .isEmpty();
        assertThat(experiments(PLAN).difference(experiments(PLAN.repeated(5)))).isEqualTo("repeat 1, not 5");
    }

    private static Specification experiments(TrainingPlan plan) {
        return Specifications.ofExperiments("experiments", TrainSettings.of(plan), Engine.AUTO, HERE);
    }

    @Test
    void whatMayChangeABitIsPart() {
        Specification here = training(PLAN, Engine.AUTO, HERE);
        assertThat(here.difference(training(PLAN.lasting(9, 101), Engine.AUTO, HERE)))
                .isEqualTo("epochs 10, not 9");
        assertThat(here.difference(training(PLAN, Engine.DL4J, HERE))).isEqualTo("engine auto, not dl4j");
        assertThat(here.difference(training(PLAN.with(b -> b.seed(7)), Engine.AUTO, HERE)))
                .isEqualTo("seed 42, not 7");
        Provenance rebuilt = provenance("MNIST", Map.of("train-images", "ab"), "decaf", "CPU");
        assertThat(here.difference(training(PLAN, Engine.AUTO, rebuilt))).contains("c0ffee", "decaf");
        Provenance kernels = provenance("MNIST", Map.of("train-images", "ab"), "c0ffee", "CPU, kernels ZEN");
        assertThat(here.difference(training(PLAN, Engine.AUTO, kernels))).startsWith("backend CPU, not");
        assertThat(here.difference(Specifications.ofTrainingOfExperiments(PLAN, Engine.AUTO, HERE)))
                .startsWith("results a training, not");
    }
}
