package gradientlab.cli;

import gradientlab.ui.DashboardOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command takes that trains networks to be shown. */
final class RunOptions extends WorkOptions {

    @Option(names = "--ui", descriptionKey = "work.ui")
    boolean ui;

    @Mixin
    DashboardPlace place;

    @Option(names = "--ui-stay", descriptionKey = "work.ui-stay")
    boolean uiStay;

    /**
     * Where the dashboard listens.
     *
     * @throws gradientlab.ui.DashboardException if there is no such host or port
     */
    DashboardOptions dashboard() {
        return place.options();
    }

    /** Of work that is not shown on a dashboard. */
    static RunOptions of(WorkOptions work) {
        RunOptions options = new RunOptions();
        options.out = work.out;
        options.quiet = work.quiet;
        options.engine = work.engine;
        return options;
    }
}
