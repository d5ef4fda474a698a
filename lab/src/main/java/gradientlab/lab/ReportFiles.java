package gradientlab.lab;

import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plotter;
import gradientlab.lab.report.HtmlPage;
import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.AtomicFiles;
import gradientlab.lab.run.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a report and its figures into a folder. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes figures/NAME.png, figures/NAME.svg and report.html, and returns the path of the last. */
    public static Path write(Path folder, Report report) throws IOException {
        Map<Figure, String> svgs = new HashMap<>();
        for (Section section : report.sections()) {
            for (Figure figure : section.figures()) {
                String svg = Understood.of(folder, () -> Plotter.svg(figure));
                svgs.put(figure, svg);
                AtomicFiles.write(folder.resolve("figures").resolve(figure.name() + ".svg"), svg);
                AtomicFiles.write(folder.resolve("figures").resolve(figure.name() + ".png"), Plotter.png(figure));
            }
        }
        Path page = folder.resolve("report.html");
        AtomicFiles.write(page, HtmlPage.of(report, svgs::get));
        return page;
    }

    /** The provenance as a report shows it. */
    static Map<String, String> rows(Provenance provenance) {
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
