package gradientlab.lab;

import gradientlab.lab.run.Json;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run of experiments: provenance.json, results/NAME.json for each, and under trainings/ a run folder for
 * each network trained. It is written by module {@code continuation}.
 *
 * @param path the folder
 */
public record LabFolder(Path path) {

    /** Under which the run folders are. */
    public static final String TRAININGS = "trainings";

    /** The file by which such a folder is known. */
    public static final String PROVENANCE = "provenance.json";

    /** Whether a folder holds a run of experiments. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(PROVENANCE));
    }

    public Provenance provenance() throws IOException {
        return Json.read(path.resolve(PROVENANCE), Provenance.class);
    }

    /** The result of an experiment, if it is there. */
    public <R extends Record> Optional<R> result(Experiment<R> experiment) throws IOException {
        Path file = path.resolve(resultFile(experiment));
        return Files.exists(file) ? Optional.of(Json.readResult(file, experiment.resultType())) : Optional.empty();
    }

    /** The path of an experiment's result in the folder. */
    public static String resultFile(Experiment<?> experiment) {
        return "results/" + experiment.name() + ".json";
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
