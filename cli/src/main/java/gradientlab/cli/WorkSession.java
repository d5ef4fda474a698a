package gradientlab.cli;

import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import gradientlab.session.SessionRecording;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardListener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.deeplearning4j.optimize.api.TrainingListener;

/** What a command that trains works with: backend, data, and who looks on; ends them when it is closed. */
final class WorkSession implements AutoCloseable {

    private final Terminal terminal;
    private final RunOptions options;
    private final MnistDataset data;
    private final Provenance provenance;
    private final Dashboard dashboard;
    private final CtrlC ctrlC;
    private volatile WholeWork whole;
    private final Map<String, DashboardListener> shown = new ConcurrentHashMap<>();

    private WorkSession(
            Terminal terminal, RunOptions options, MnistDataset data, Provenance provenance, Dashboard dashboard) {
        this.terminal = terminal;
        this.options = options;
        this.data = data;
        this.provenance = provenance;
        this.dashboard = dashboard;
        this.ctrlC = CtrlC.watch();
    }

    /**
     * Starts the backend while the data are read, and starts the dashboard if it is wanted.
     *
     * @param folder the data set's folder, or null for the bundled MNIST
     */
    static WorkSession open(Terminal terminal, RunOptions options, String folder) throws IOException {
        DataReading reading = DataReading.of(folder);
        Backend backend = Backend.start();
        MnistDataset data = reading.result();
        Provenance provenance = Provenance.now(data, backend, options.engine());
        Dashboard dashboard = options.ui ? Dashboard.start(options.dashboard()) : null;
        if (dashboard != null) {
            ExplorerPage.on(
                    dashboard,
                    () -> data,
                    ExplorerPage.standard(options.dashboard()).reading(folder));
        }
        WorkSession session = new WorkSession(terminal, options, data, provenance, dashboard);
        session.greet();
        return session;
    }

    private void greet() {
        if (!options.quiet) {
            terminal.say(
                    "session.program",
                    provenance.gradientLab(),
                    provenance.dl4j(),
                    terminal.retold(provenance.backend()));
            terminal.say(
                    "session.data",
                    data.name(),
                    data.train().size(),
                    data.test().size());
        }
        if (dashboard != null) {
            terminal.say("session.dashboard", dashboard.address());
        }
        if (!options.quiet) {
            terminal.print("");
        }
    }

    /** Says on standard error what did not work, and goes on. */
    void complain(String sentence) {
        terminal.error(sentence);
    }

    /** Whether trainings are shown on the dashboard. */
    boolean hasDashboard() {
        return dashboard != null;
    }

    MnistDataset data() {
        return data;
    }

    Provenance provenance() {
        return provenance;
    }

    Watch watch() {
        return new Watch(this::listeners, progress(), ctrlC.interruption());
    }

    /** What is done is a part of a whole: where that stands is said before what is under way. */
    void partOf(WholeWork work) {
        whole = work;
    }

    private Progress progress() {
        return terminal.progress(options.quiet, () -> whole == null ? "" : whole.words());
    }

    /** The dashboard first: it reads the gradient that DL4J has just left behind. */
    private List<TrainingListener> listeners(String name) {
        return dashboard == null ? List.of() : List.of(shown(name));
    }

    private DashboardListener shown(String name) {
        DashboardListener listener =
                dashboard.listener(name, Dashboard.DEFAULT_FREQUENCY, Probes.under(options.engine()));
        shown.put(name, listener);
        return listener;
    }

    /** What the dashboard has of a training; empty without a dashboard. */
    Optional<SessionRecording> recording(String name) {
        DashboardListener listener = shown.get(name);
        return listener == null ? Optional.empty() : dashboard.recording(listener);
    }

    /** With --ui-stay, keeps the dashboard until Ctrl-C. */
    void stayIfAsked() {
        if (dashboard != null && options.uiStay && !ctrlC.interruption().isRequested()) {
            terminal.say("session.stays", dashboard.address());
            ctrlC.await();
        }
    }

    @Override
    public void close() {
        if (dashboard != null) {
            dashboard.close();
        }
        ctrlC.close();
    }
}
