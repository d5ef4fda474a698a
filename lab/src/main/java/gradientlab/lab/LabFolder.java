package gradientlab.lab;

import gradientlab.lab.run.Json;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.TrainedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run of experiments: provenance.json, results/NAME.json for each, and under trainings/ a run folder for
 * each network trained.
 *
 * @param path the folder
 */
public record LabFolder(Path path) {

    private static final String TRAININGS = "trainings";
    private static final String PROVENANCE = "provenance.json";

    private static final String SETTINGS = "settings.json";

    /** Whether a folder holds a run of experiments. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(PROVENANCE));
    }

    public void write(Provenance provenance) throws IOException {
        Json.write(path.resolve(PROVENANCE), provenance);
    }

    /**
     * Begins a run here, or continues the one that is here.
     *
     * @throws IOException if the folder holds a run of other settings; the message says which
     */
    public void open(LabSettings settings, Provenance provenance) throws IOException {
        Path file = path.resolve(SETTINGS);
        if (Files.exists(file)) {
            String difference = Json.read(file, LabSettings.class).difference(settings);
            if (!difference.isEmpty()) {
                throw new IOException(path + ": cannot be continued, its results were made with " + difference
                        + ": choose another folder");
            }
        } else {
            write(provenance);
            Json.write(file, settings);
        }
    }

    public Provenance provenance() throws IOException {
        return Json.read(path.resolve(PROVENANCE), Provenance.class);
    }

    /** Keeps an experiment's result. */
    public void write(Experiment<?> experiment, Record result) throws IOException {
        Json.write(resultFile(experiment), result);
    }

    /** The result of an experiment, if it is there. */
    public <R extends Record> Optional<R> result(Experiment<R> experiment) throws IOException {
        Path file = resultFile(experiment);
        return Files.exists(file) ? Optional.of(Json.readResult(file, experiment.resultType())) : Optional.empty();
    }

    /** The file of an experiment's result. */
    Path resultFile(Experiment<?> experiment) {
        return path.resolve("results").resolve(experiment.name() + ".json");
    }

    /** Keeps a training as a run folder of its own. */
    public void write(TrainedRun run, Provenance provenance) throws IOException {
        training(run).write(run.plan(), List.of(run), provenance);
    }

    /** The run folder of a training. */
    public RunFolder training(TrainedRun run) {
        String folder = PlanName.of(run.plan()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        return new RunFolder(path.resolve(TRAININGS).resolve(folder));
    }

    /** The run folders of all trainings, by name. */
    public List<RunFolder> trainings() throws IOException {
        if (!Files.isDirectory(path.resolve(TRAININGS))) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(path.resolve(TRAININGS))) {
            return folders.filter(RunFolder::isOne).sorted().map(RunFolder::new).toList();
        }
    }
}
