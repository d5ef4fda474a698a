package gradientlab.explorer;

import gradientlab.continuation.DiagnosedTrainer;
import gradientlab.continuation.Specifications;
import gradientlab.engine.Engine;
import gradientlab.lab.ReportStyle;
import gradientlab.lab.TrainReport;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Checkpoints;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.Repetition;
import gradientlab.lab.run.RunFiles;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import gradientlab.runfolder.WorkFolder;
import gradientlab.ui.explorer.ExplorerException;
import gradientlab.ui.explorer.ExplorerException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains plans into run folders as {@code train} does: each a new folder below one, and a bounded number of them. */
final class RunFolders {

    /** Each holds a few megabytes, and whoever reaches the page can ask for one. */
    static final int MOST = 100;

    private final Path below;
    private int written;

    RunFolders(Path below) {
        this.below = below;
    }

    /** Throws {@link ExplorerException} when there are as many as may be. */
    synchronized void requireRoom() {
        if (written >= MOST) {
            throw new ExplorerException(
                    Reason.TOO_MUCH,
                    "The page has saved " + MOST + " run folders, as many as may be: start the program again.");
        }
    }

    /**
     * Trains a plan from its first step on, and returns its folder.
     *
     * @throws IOException if the folder cannot be written; the message names it
     * @throws IllegalArgumentException if the plan needs more memory than there is
     * @throws gradientlab.lab.run.Interruption.Interrupted if the watch asks to stop; nothing is left behind
     */
    Path train(String name, TrainingPlan plan, MnistDataset data, Watch watch) throws IOException {
        requireRoom();
        new Trainer(data, watch).check(plan);
        Provenance provenance = Provenance.now(data, Backend.start(), Engine.AUTO);
        try (WorkFolder work = claim()) {
            DiagnosedTrainer.Result result =
                    new DiagnosedTrainer(data, watch, Engine.AUTO).train(name, plan, Checkpoints.NONE);
            work.begin(Specifications.ofTraining(plan, Engine.AUTO, provenance), List.of(RunFolder.RUN));
            work.put(files(plan, result, provenance).all());
            return work.path();
        }
    }

    /** Draws the report of a folder; throws {@link IOException} if it cannot be written. */
    static void report(Path folder) throws IOException {
        try (WorkFolder work = WorkFolder.reopen(folder)) {
            TrainReport.write(work, List.of(), ReportStyle.DEFAULT);
        }
    }

    private static RunFiles files(TrainingPlan plan, DiagnosedTrainer.Result result, Provenance provenance)
            throws IOException {
        TrainedRun run = result.run();
        return result.files().repetitions(plan, List.of(Repetition.of(run)), provenance.of(run.engine()));
    }

    /** The first of run-1, run-2 … that is not there yet. */
    private synchronized WorkFolder claim() throws IOException {
        int number = written + 1;
        while (Files.exists(below.resolve("run-" + number))) {
            number++;
        }
        written++;
        return WorkFolder.claim(below.resolve("run-" + number));
    }
}
