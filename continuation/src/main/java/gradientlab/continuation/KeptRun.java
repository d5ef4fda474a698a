package gradientlab.continuation;

import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.Repetition;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.RunRecord;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is finished of a plan in a folder, and whole: it is not trained again.
 *
 * @param repetitions the repetitions that are finished, in the order of their seeds
 * @param provenance that of the first of them, with the engine that was chosen; empty where none is finished
 */
public record KeptRun(List<Repetition> repetitions, Optional<Provenance> provenance) {

    /**
     * Reads what is finished.
     *
     * <p>run.json and metrics.csv hold all repetitions: if one is damaged, all are trained again. The other files are the
     * first repetition's: if one is damaged, that is.
     */
    public static KeptRun in(WorkFolder work, TrainingPlan plan) throws IOException {
        if (!work.isWhole(RunFolder.RUN) || !work.isWhole(RunFolder.METRICS)) {
            return new KeptRun(List.of(), Optional.empty());
        }
        RunFolder folder = new RunFolder(work.path());
        RunRecord record = folder.record();
        var steps = folder.metrics();
        boolean firstWhole = work.isWhole(RunFolder.SNAPSHOTS)
                && work.isWhole(RunFolder.HISTORY)
                && (!work.listed().contains(RunFolder.SESSION) || work.isWhole(RunFolder.SESSION));
        List<Repetition> whole = new ArrayList<>();
        for (RunFigures figures : record.runs()) {
            if (firstWhole || figures.seed() != plan.spec().seed()) {
                whole.add(new Repetition(figures, steps.get(figures.seed())));
            }
        }
        return new KeptRun(List.copyOf(whole), Optional.of(record.provenance()));
    }

    /** The plan with at least as many repetitions as are finished, which stay. */
    public TrainingPlan extended(TrainingPlan plan) {
        long last = repetitions.stream()
                .mapToLong(run -> run.figures().seed() - plan.spec().seed() + 1)
                .max()
                .orElse(0);
        return plan.repeated((int) Math.max(plan.repeat(), last));
    }
}
