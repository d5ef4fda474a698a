package gradientlab.continuation;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Checkpoints;
import gradientlab.lab.run.RunFiles;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Trains a repetition and keeps what the rules need to judge it, observed on the way and always on the same examples; its
 * bits do not change by that.
 *
 * @param data what it trains on
 * @param watch who looks on
 * @param engine what takes the steps
 */
public record DiagnosedTrainer(MnistDataset data, Watch watch, Engine engine) {

    /**
     * A training and what was observed.
     *
     * @param run the training
     * @param history what the rules need
     */
    public record Result(TrainedRun run, History history) {

        /** The files that a run folder has of its first repetition alone. */
        public RunFiles files() throws IOException {
            return new RunFiles().snapshots(run).history(history);
        }
    }

    /** Trains under a name, from the last checkpoint on; throws what {@link Trainer#train(String, TrainingPlan)} throws. */
    public Result train(String name, TrainingPlan plan, Checkpoints checkpoints) {
        LabelledImages train = data.train();
        DiagnosticListener diagnosis = DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {})
                .watching(train.first(Math.min(Trainer.INSIDE_EXAMPLES, train.size())))
                .probing(Probes.under(engine));
        TrainedRun run = new Trainer(data, with(diagnosis), engine).train(name, plan, checkpoints);
        return new Result(run, diagnosis.history());
    }

    /** The others first: the dashboard reads the gradient that DL4J has just left behind. */
    private Watch with(DiagnosticListener diagnosis) {
        return new Watch(
                name -> Stream.concat(watch.listeners().apply(name).stream(), Stream.of(diagnosis))
                        .toList(),
                watch.progress(),
                watch.interruption());
    }
}
