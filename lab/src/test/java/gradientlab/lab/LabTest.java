package gradientlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.engine.Engine;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Normalisation;
import gradientlab.runfolder.Specification;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                        .outputScale(2))))
                .isEqualTo("torch-linear, output scale 2.0, batch norm before tanh, 5 hidden layers, seed 42");
    }

    private record Doubled(long value) {}

    @Test
    void whatIsFinishedBeforeAnInterruptionIsKeptAndNotDoneAgain(@TempDir Path folder) throws IOException {
        List<Long> done = Collections.synchronizedList(new ArrayList<>());
        Watch watch = Watch.nobody();
        try (WorkFolder work = begun(folder)) {
            Lab interrupted = lab(watch, work);
            assertThatThrownBy(() -> interrupted.cells("grid", Doubled.class, doubling(done, watch, 2)))
                    .isInstanceOf(Interruption.Interrupted.class);
        }
        assertThat(done).containsExactly(0L, 1L);
        try (WorkFolder work = begun(folder)) {
            List<Doubled> results =
                    lab(Watch.nobody(), work).cells("grid", Doubled.class, doubling(done, Watch.nobody(), -1));
            assertThat(results).extracting(Doubled::value).containsExactly(0L, 2L, 4L, 6L);
        }
        assertThat(done).as("each once").containsExactly(0L, 1L, 2L, 3L);
    }

    private static WorkFolder begun(Path folder) throws IOException {
        WorkFolder work = WorkFolder.claim(folder);
        work.begin(new Specification(Map.of("results", "cells")), List.of());
        return work;
    }

    /** Cells that double their number; the one of the given number is asked to stop before it has begun. */
    private static List<Cell<Doubled>> doubling(List<Long> done, Watch watch, long stopAt) {
        return LongStream.range(0, 4)
                .mapToObj(i -> new Cell<>("cell " + i, 1, task -> {
                    if (i == stopAt) {
                        watch.interruption().request();
                    }
                    watch.interruption().check();
                    done.add(i);
                    return new Doubled(2 * i);
                }))
                .toList();
    }

    @Test
    void cellsWhoseKeysMakeTheSameFileNameAreKeptApart(@TempDir Path folder) throws IOException {
        try (WorkFolder work = begun(folder)) {
            CellStore store = new CellStore(work);
            store.keep("grid", "a, b", new Doubled(1));
            store.keep("grid", "A. b", new Doubled(2));
            store.keep("grid", "a-b", new Doubled(3));
            CellStore again = new CellStore(work);
            assertThat(again.find("grid", "a, b", Doubled.class)).contains(new Doubled(1));
            assertThat(again.find("grid", "a-b", Doubled.class)).contains(new Doubled(3));
            assertThat(again.find("grid", "c", Doubled.class)).isEmpty();
        }
    }

    private static Lab lab(Watch watch, WorkFolder folder) {
        return new Lab(MnistOnce.data(), PROTOCOL, watch, new Lab.Ways(1, Engine.AUTO, Scale.QUICK, folder));
    }

    private static Lab lab(int workers) {
        return new Lab(MnistOnce.data(), PROTOCOL, Watch.nobody(), workers);
    }
}
