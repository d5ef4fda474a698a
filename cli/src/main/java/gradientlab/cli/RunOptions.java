package gradientlab.cli;

import gradientlab.engine.Engine;
import gradientlab.ui.DashboardOptions;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command that trains takes. */
final class RunOptions {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; by default runs/COMMAND-TIME below the current folder.")
    Path out;

    @Option(names = "--quiet", description = "No progress, no tables: only the path of the report.")
    boolean quiet;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "What takes the training steps: dl4j, direct or auto (default), which is direct where it can.")
    String engine = Engine.AUTO.label();

    @Option(names = "--ui", description = "Show the training on DL4J's dashboard while it runs.")
    boolean ui;

    @Mixin
    DashboardPlace place;

    @Option(names = "--ui-stay", description = "Keep the dashboard after the run, until Ctrl-C.")
    boolean uiStay;

    /**
     * Where the dashboard listens.
     *
     * @throws gradientlab.ui.DashboardException if there is no such host or port
     */
    DashboardOptions dashboard() {
        return place.options();
    }

    /** @throws IllegalArgumentException if there is no such engine */
    Engine engine() {
        try {
            return Engine.parse(engine);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--engine: " + e.getMessage(), e);
        }
    }

    /** The folder of this run. */
    Path folder(String command) {
        Path chosen = out != null
                ? out
                : Path.of(
                        "runs",
                        command + "-"
                                + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP));
        return chosen.toAbsolutePath().normalize();
    }
}
