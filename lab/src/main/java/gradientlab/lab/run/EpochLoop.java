package gradientlab.lab.run;

import gradientlab.engine.StepEngine;
import gradientlab.mnist.ImageIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Takes the steps of a training, from its first or from a checkpoint on, and keeps where it stands when that is due. */
record EpochLoop(
        MultiLayerNetwork network,
        StepEngine steps,
        IterationRecorder recorder,
        Checkpoints checkpoints,
        Interruption interruption,
        Progress.Task task) {

    /**
     * Trains to the last epoch.
     *
     * @param batches the batches, those before the checkpoint taken
     * @param measured is asked at the start and after each epoch
     * @param last where training goes on; empty where it begins
     * @return what was measured at the start and after each epoch
     * @throws Interruption.Interrupted if asked to stop, after keeping where it stands
     */
    List<Double> run(int epochs, ImageIterator batches, DoubleSupplier measured, Optional<Checkpoint> last) {
        List<Double> results =
                new ArrayList<>(last.map(Checkpoint::logitStd).orElseGet(() -> List.of(measured.getAsDouble())));
        for (int step = 0; step < recorder.steps(); step++) {
            task.step();
        }
        while (results.size() <= epochs) {
            while (batches.hasNext()) {
                step(batches, results);
            }
            network.incrementEpochCount();
            batches.reset();
            results.add(measured.getAsDouble());
        }
        return List.copyOf(results);
    }

    private void step(ImageIterator batches, List<Double> results) {
        if (interruption.isRequested() && recorder.steps() > 0) {
            save(results);
        }
        interruption.check();
        steps.fit(batches.next());
        task.step();
        if (checkpoints.due(recorder.steps())) {
            save(results);
        }
    }

    private void save(List<Double> results) {
        checkpoints.save(() -> Checkpoint.of(network, recorder.iterations(), results));
    }
}
