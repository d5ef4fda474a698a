package gradientlab.lab;

import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the report of a run of experiments from its folder. */
public final class LabReport {

    private static final String TITLE = "How not to lose the gradient";

    private static final String INTRODUCTION =
            "Activation functions, initialisation and normalisation, shown on a multilayer perceptron that learns MNIST."
                    + " Unless a section says otherwise: 784 inputs / 255, one hidden layer of 128 tanh units, 10 classes;"
                    + " batches of 32, plain SGD at learning rate 0.1, 10 epochs of 101 batches; test loss over the first"
                    + " 3,232 test examples and accuracy over all 10,000, in inference. Every number below was measured by"
                    + " the run that wrote this page.";

    private LabReport() {}

    /**
     * Draws the figures and writes the page from what the folder holds; returns the page's path.
     *
     * @param experiments whose results may be there
     * @param warnings what the page warns of
     */
    public static Path write(WorkFolder work, List<Experiment<?>> experiments, List<String> warnings)
            throws IOException {
        LabFolder folder = new LabFolder(work.path());
        List<Section> sections = sections(folder, experiments);
        Report report = new Report(TITLE, INTRODUCTION, warnings, sections, ReportFiles.rows(folder.provenance()));
        return ReportFiles.write(work, report);
    }

    /** The sections of the experiments whose results the folder holds. */
    public static List<Section> sections(LabFolder folder, List<Experiment<?>> experiments) throws IOException {
        List<Section> sections = new ArrayList<>();
        for (Experiment<?> experiment : experiments) {
            section(folder, experiment).ifPresent(sections::add);
        }
        return sections;
    }

    private static <R extends Record> Optional<Section> section(LabFolder folder, Experiment<R> experiment)
            throws IOException {
        Optional<R> result = folder.result(experiment);
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(Understood.of(
                        folder.path().resolve(LabFolder.resultFile(experiment)),
                        () -> experiment.section(result.get())));
    }
}
