package gradientlab.lab;

import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Setting;
import gradientlab.language.Language;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the report of a run of experiments from its folder. */
public final class LabReport {

    private LabReport() {}

    /**
     * Draws the figures and writes the page, in every language, from what the folder holds; returns the page's path.
     *
     * @param experiments whose results may be there
     * @param warnings what the page warns of
     * @param style how it is shown
     */
    public static Path write(WorkFolder work, List<Experiment<?>> experiments, List<String> warnings, ReportStyle style)
            throws IOException {
        LabFolder folder = new LabFolder(work.path());
        List<Report> reports = new ArrayList<>();
        for (Language language : style.languages()) {
            List<Section> sections = new ArrayList<>(sections(folder, experiments, language));
            sections.addAll(LectureFrame.of(language));
            reports.add(new Report(
                    language,
                    LecturePart.WORDS.text(language, "report.title"),
                    introduction(work.specification().parts(), language),
                    warnings,
                    sections,
                    ReportFiles.rows(folder.provenance(), language)));
        }
        return ReportFiles.write(work, reports, style.answers());
    }

    /** It says how long this run trained: options change that. */
    private static String introduction(Map<String, String> settings, Language language) {
        return LecturePart.WORDS.text(
                language,
                "report.introduction",
                settings.get(Setting.EPOCHS.key()),
                settings.get(Setting.BATCHES_PER_EPOCH.key()));
    }

    /** The sections of the experiments whose results the folder holds. */
    public static List<Section> sections(LabFolder folder, List<Experiment<?>> experiments) throws IOException {
        return sections(folder, experiments, Language.ENGLISH);
    }

    private static List<Section> sections(LabFolder folder, List<Experiment<?>> experiments, Language language)
            throws IOException {
        List<Section> sections = new ArrayList<>();
        for (Experiment<?> experiment : experiments) {
            section(folder, experiment, language).ifPresent(sections::add);
        }
        return sections;
    }

    private static <R extends Record> Optional<Section> section(
            LabFolder folder, Experiment<R> experiment, Language language) throws IOException {
        Optional<R> result = folder.result(experiment);
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(Understood.of(
                        folder.path().resolve(LabFolder.resultFile(experiment)),
                        () -> experiment.section(result.get(), language)));
    }
}
