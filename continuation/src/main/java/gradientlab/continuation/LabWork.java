package gradientlab.continuation;

import gradientlab.engine.Engine;
import gradientlab.lab.Experiment;
import gradientlab.lab.LabFolder;
import gradientlab.lab.PlanName;
import gradientlab.lab.Scale;
import gradientlab.lab.run.Json;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.RunFiles;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.Manifest;
import gradientlab.runfolder.WorkFolder;
import gradientlab.session.SessionRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@link LabFolder} of experiments that run: a result counts together with the trainings it was the first to need.
 *
 * @param work the folder, begun
 * @param engine what takes the training steps, as asked for
 * @param provenance that of the run's begin, whoever goes on with it
 */
public record LabWork(WorkFolder work, Engine engine, Provenance provenance) {

    /** The trainings that came with a result: names of run folders. */
    private record Trainings(List<String> folders) {}

    /** A training, and what the dashboard has shown of it. */
    public record Training(TrainedRun run, Optional<SessionRecording> session) {}

    /**
     * Begins a run in a folder, or goes on with the one that is there.
     *
     * @throws IOException if the folder holds a run of other settings; the message says which
     */
    public static LabWork begin(WorkFolder work, Scale scale, TrainingPlan protocol, Engine engine, Provenance now)
            throws IOException {
        String kind = "experiments at the scale " + scale.name().toLowerCase(Locale.ROOT);
        work.begin(
                Specifications.ofExperiments(kind, TrainSettings.of(protocol), engine, now),
                List.of(LabFolder.PROVENANCE));
        if (!work.isWhole(LabFolder.PROVENANCE)) {
            work.put(Map.of(LabFolder.PROVENANCE, Json.toBytes(now)));
        }
        return new LabWork(work, engine, new LabFolder(work.path()).provenance());
    }

    /** The path of the folder. */
    public Path path() {
        return work.path();
    }

    /** Whether an experiment's result is there, whole, with the trainings that came with it. */
    public boolean isFinished(Experiment<?> experiment) throws IOException {
        if (!work.isWhole(LabFolder.resultFile(experiment)) || !work.isWhole(trainingsFile(experiment))) {
            return false;
        }
        Path file = path().resolve(trainingsFile(experiment));
        for (String folder : Json.read(file, Trainings.class).folders()) {
            if (!isWhole(folder)) {
                return false;
            }
        }
        return true;
    }

    private static String trainingsFile(Experiment<?> experiment) {
        return "results/" + experiment.name() + ".trainings.json";
    }

    private boolean isWhole(String training) throws IOException {
        List<String> files = work.listed().stream()
                .filter(name -> name.startsWith(training + "/"))
                .toList();
        for (String file : files) {
            if (!work.isWhole(file)) {
                return false;
            }
        }
        return !files.isEmpty();
    }

    /** The result of an experiment, if it is finished. */
    public <R extends Record> Optional<R> result(Experiment<R> experiment) throws IOException {
        return isFinished(experiment) ? new LabFolder(path()).result(experiment) : Optional.empty();
    }

    /**
     * Keeps a result and the trainings that it was the first to need, all together.
     *
     * @param trainings those that are there and whole are left as they are
     */
    public void put(Experiment<?> experiment, Record result, List<Training> trainings) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> folders = new ArrayList<>();
        for (Training training : trainings) {
            String folder = folder(training.run().plan());
            if (!isWhole(folder)) {
                folders.add(folder);
                contents(training).forEach((name, bytes) -> files.put(folder + "/" + name, bytes));
            }
        }
        files.put(trainingsFile(experiment), Json.toBytes(new Trainings(folders)));
        files.put(LabFolder.resultFile(experiment), Json.toBytes(result));
        work.put(files);
    }

    private Map<String, byte[]> contents(Training training) throws IOException {
        TrainedRun run = training.run();
        RunFiles files = new RunFiles().training(run, provenance);
        if (training.session().isPresent()) {
            files.session(training.session().get());
        }
        return Manifest.with(Specifications.ofTrainingOfExperiments(run.plan(), engine, provenance), files.all());
    }

    private static String folder(TrainingPlan plan) {
        return LabFolder.TRAININGS + "/"
                + PlanName.of(plan).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }
}
