package gradientlab.lab;

import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plotter;
import gradientlab.lab.report.HtmlPage;
import gradientlab.lab.report.Report;
import gradientlab.lab.run.Provenance;
import gradientlab.language.Language;
import gradientlab.language.Words;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a report and its figures into a folder. */
public final class ReportFiles {

    private static final String PAGE = "report.html";
    private static final String FIGURES = "figures/";

    private ReportFiles() {}

    /**
     * Writes figures/NAME.png, figures/NAME.svg and report.html, and returns the path of the last.
     *
     * @param reports the same report in each language; the figures' files are those of the first
     */
    public static Path write(WorkFolder work, List<Report> reports, HtmlPage.Answers answers) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Language language = reports.get(0).language();
        for (Figure figure : figures(reports.get(0))) {
            String svg = Understood.of(work.path(), () -> Plotter.svg(figure, language));
            files.put(FIGURES + figure.name() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
            files.put(FIGURES + figure.name() + ".png", Plotter.png(figure, language));
        }
        String page = Understood.of(work.path(), () -> HtmlPage.of(reports, answers));
        files.put(PAGE, page.getBytes(StandardCharsets.UTF_8));
        work.put(files);
        return work.path().resolve(PAGE);
    }

    private static List<Figure> figures(Report report) {
        return report.sections().stream()
                .flatMap(section -> section.figures().stream())
                .toList();
    }

    /** Whether a file of a folder is drawn from the others, and can be drawn again. */
    public static boolean isDrawn(String name) {
        return name.equals(PAGE) || name.startsWith(FIGURES);
    }

    /** The provenance as a report shows it. */
    public static Map<String, String> rows(Provenance provenance, Language language) {
        Words words = LecturePart.WORDS.in(language);
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(words.text("provenance.data"), provenance.data());
        provenance.dataSha256().forEach((file, hash) -> rows.put(words.text("provenance.sha256", file), hash));
        rows.put("Gradient Lab", words.text("provenance.commit", provenance.gradientLab(), provenance.gitCommit()));
        rows.put("Deeplearning4j", provenance.dl4j());
        rows.put(words.text("provenance.backend"), Told.sentence(provenance.backend(), language));
        rows.put(words.text("provenance.engine"), Told.sentence(provenance.engine(), language));
        rows.put("Java", provenance.java());
        rows.put(words.text("provenance.system"), words.text("provenance.cores", provenance.os(), provenance.cores()));
        rows.put(words.text("provenance.started"), provenance.started());
        return rows;
    }
}
