package gradientlab.ui;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.session.SessionRecorder;
import gradientlab.session.SessionRecording;
import gradientlab.ui.demo.Demo;
import gradientlab.ui.demo.LiveDemo;
import gradientlab.ui.demo.RecordedExplorer;
import gradientlab.ui.explorer.Explorer;
import gradientlab.ui.guard.ExplorerGate;
import gradientlab.ui.web.ExplorerRoutes;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.deeplearning4j.core.storage.StatsStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running dashboard: DL4J's stock pages, and beside them our own, over an in-memory store.
 *
 * <p>The pages can be read by anyone who reaches the port: there is no authentication, which is why it listens on the
 * loopback interface unless told otherwise (a warning is logged then).
 *
 * <p>The server's threads keep the JVM alive until {@link #close()}: use try-with-resources.
 *
 * <p>The history of a session is bounded: of more than {@link DashboardOptions#kept} reports some are given up, dense at
 * the start, sparse later, the first and the last always kept. So are all sessions together, see
 * {@link DashboardOptions#keptInAll}.
 */
public final class Dashboard implements AutoCloseable {
    /** Iterations from one report to the next unless told otherwise. */
    public static final int DEFAULT_FREQUENCY = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);

    private final Vertx vertx;
    private final Endpoint endpoint;
    private final StockServer server;
    private final ExplorerGate explorerGate;
    private final AtomicReference<Explorer> explorer = new AtomicReference<>();
    private final StatsMemory memory;
    private final SessionNames sessions = new SessionNames();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Dashboard(
            Vertx vertx, Endpoint endpoint, StockServer server, ExplorerGate explorerGate, StatsMemory memory) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.server = server;
        this.explorerGate = explorerGate;
        this.memory = memory;
        server.attach(memory);
    }

    /**
     * Starts a dashboard and waits until it answers.
     *
     * @throws DashboardException if it cannot listen where the options say
     */
    public static Dashboard start(DashboardOptions options) {
        Logging.throughSlf4j();
        Logging.withoutNettyDebug();
        Vertx vertx = Vertx.vertx(threads());
        try {
            Endpoint endpoint = Endpoint.bind(vertx, options);
            var explorerGate = new ExplorerGate();
            StockServer server = deploy(vertx, endpoint, explorerGate);
            var dashboard = new Dashboard(
                    vertx, endpoint, server, explorerGate, new StatsMemory(options.kept(), options.keptInAll()));
            warnIfOpen(endpoint);
            return dashboard;
        } catch (RuntimeException | Error e) {
            end(vertx);
            throw e;
        }
    }

    private static VertxOptions threads() {
        // The stock pages gather their data on the event loop: beside a training that may take longer than the two
        // seconds after which Vert.x logs a warning nobody can do anything about.
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
                .setMaxEventLoopExecuteTime(30)
                // No file is served from disk, so no folder for copies of them is needed.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    // One at a time: while it starts, the stock server takes the one that was made last in this JVM for itself.
    private static synchronized StockServer deploy(Vertx vertx, Endpoint endpoint, ExplorerGate explorerGate) {
        var server = new StockServer(endpoint, explorerGate);
        try {
            Pending.<String>await("the start of DL4J's pages", done -> vertx.deployVerticle(server, done));
            return server;
        } catch (DashboardException e) {
            // Otherwise DL4J's own UIServer.getInstance() would hand out the broken one.
            server.stop(Promise.promise());
            throw e;
        }
    }

    private static void warnIfOpen(Endpoint endpoint) {
        if (!endpoint.host().isLoopbackAddress()) {
            LOG.warn(
                    "The dashboard listens on {}, port {}: it has no authentication, anyone who reaches it can read it.",
                    endpoint.host().getHostAddress(),
                    endpoint.server().actualPort());
        }
    }

    /** The first page, such as {@code http://127.0.0.1:9000/gradients}. */
    public URI address() {
        return endpoint.address();
    }

    /**
     * Shows the explorer page from now on, and closes the explorer with the dashboard.
     *
     * @return the address of the page, such as {@code http://127.0.0.1:9000/explore}
     * @throws IllegalStateException if it shows one already
     */
    public URI explore(Explorer answers) {
        if (!explorer.compareAndSet(null, answers)) {
            throw new IllegalStateException("The dashboard has an explorer already.");
        }
        explorerGate.open(new ExplorerRoutes(vertx, answers));
        return address().resolve(ExplorerRoutes.PATH);
    }

    /**
     * A listener that shows one training run as one session, reporting every {@value #DEFAULT_FREQUENCY} iterations.
     *
     * @see #listener(String, int)
     */
    public DashboardListener listener(String session) {
        return listener(session, DEFAULT_FREQUENCY);
    }

    /**
     * A listener that shows one training run as one session, reporting iterations 0, n, 2n, ...
     *
     * <p>For the stock pages a report holds the score, and 20-bin histograms, means, standard deviations and mean magnitudes of activations
     * (after the nonlinearity, without the output layer of a MultiLayerNetwork), gradients (DL4J's: the sum over the
     * minibatch), updates and parameters (after the update), all of the same iteration. NaN in an array makes its
     * histogram's minimum +Infinity, its maximum -Infinity and puts all counts into the first bin.
     *
     * <p>For our own pages it holds what {@link SessionRecorder} says; training ends in the same bits as without. Remedies of
     * faults are tried on copies where that is cheap, as {@link SessionRecorder#trying} says.
     *
     * <p>Put it before any listener that runs a forward or backward pass of its own: those overwrite the network's
     * gradient. After {@link #close()} it does nothing.
     *
     * @param session shown in the session selector, with " (2)" and so on appended if it is taken
     * @param every n
     * @throws IllegalArgumentException if n is below 1
     * @throws DashboardException if the pages cannot carry the session's name
     */
    public DashboardListener listener(String session, int every) {
        return show(session, every, SessionRecorder::trying);
    }

    /**
     * The same, measured by others than {@link NetworkProbe}: by {@code probes} where the run is that of a
     * {@code MultiLayerNetwork}. No remedies are tried: such a network may be trained by others than DL4J as well.
     *
     * @see #listener(String, int)
     */
    public DashboardListener listener(String session, int every, Probe.Maker probes) {
        return show(session, every, recorder -> recorder.probing(probes));
    }

    private DashboardListener show(String session, int every, UnaryOperator<SessionRecorder> how) {
        if (every < 1) {
            throw new IllegalArgumentException(
                    "A report every " + every + " iterations is not possible: 1 is the least.");
        }
        String name = sessions.claim(session);
        return new DashboardListener(
                name,
                memory,
                new AlignedStatsListener(memory, name, every),
                how.apply(SessionRecorder.to(memory, name, Schedule.every(every), memory.kept())));
    }

    /** What is kept of a session, to be stored and opened again; empty before its first report. */
    public Optional<SessionRecording> recording(DashboardListener listener) {
        listener.flush();
        return SessionRecording.of(memory, listener.session());
    }

    /**
     * Shows a session that was recorded earlier.
     *
     * @param session shown in the session selector, with " (2)" and so on appended if it is taken
     * @return the name it got
     * @throws DashboardException if the pages cannot carry the session's name
     */
    public String open(String session, SessionRecording recording) {
        String name = sessions.claim(session);
        recording.into(memory, name);
        return name;
    }

    /**
     * Shows the synthetic sessions of {@link Demo}; the newest of them grows until it is closed. Where there is no explorer
     * it shows a {@link RecordedExplorer} as well.
     */
    public LiveDemo demo() {
        if (explorer.get() == null) {
            explore(RecordedExplorer.bundled());
        }
        Demo.into(memory);
        return Demo.live(memory);
    }

    /** Ends the server and its threads, and with them the history; closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Optional.ofNullable(explorer.get()).ifPresent(Explorer::close);
            memory.close();
            end(vertx);
            // The stock thread that hands reports to the pages waits for one more before it sees that it is to end.
            memory.wakeReaders();
            server.detach(memory);
        }
    }

    private static void end(Vertx vertx) {
        Pending.<Void>await("the end of the server", vertx::close);
    }

    StatsStorage storage() {
        return memory;
    }
}
