package gradientlab.lab;

import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plotter;
import gradientlab.lab.report.HtmlPage;
import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Provenance;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes a report and its figures into a folder. */
public final class ReportFiles {

    private static final String PAGE = "report.html";
    private static final String FIGURES = "figures/";

    private ReportFiles() {}

    /** Writes figures/NAME.png, figures/NAME.svg and report.html, and returns the path of the last. */
    public static Path write(WorkFolder work, Report report) throws IOException {
        Map<Figure, String> svgs = new HashMap<>();
        Map<String, byte[]> files = new TreeMap<>();
        for (Section section : report.sections()) {
            for (Figure figure : section.figures()) {
                String svg = Understood.of(work.path(), () -> Plotter.svg(figure));
                svgs.put(figure, svg);
                files.put(FIGURES + figure.name() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
                files.put(FIGURES + figure.name() + ".png", Plotter.png(figure));
            }
        }
        files.put(PAGE, HtmlPage.of(report, svgs::get).getBytes(StandardCharsets.UTF_8));
        work.put(files);
        return work.path().resolve(PAGE);
    }

    /** Whether a file of a folder is drawn from the others, and can be drawn again. */
    public static boolean isDrawn(String name) {
        return name.equals(PAGE) || name.startsWith(FIGURES);
    }

    /** The provenance as a report shows it. */
    public static Map<String, String> rows(Provenance provenance) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("data", provenance.data());
        provenance.dataSha256().forEach((file, hash) -> rows.put("SHA-256 of " + file, hash));
        rows.put("Gradient Lab", provenance.gradientLab() + ", commit " + provenance.gitCommit());
        rows.put("Deeplearning4j", provenance.dl4j());
        rows.put("backend", provenance.backend());
        rows.put("engine", provenance.engine());
        rows.put("Java", provenance.java());
        rows.put("system", provenance.os() + ", " + provenance.cores() + " cores");
        rows.put("started", provenance.started());
        return rows;
    }
}
