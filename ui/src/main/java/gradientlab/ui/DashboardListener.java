package gradientlab.ui;

import gradientlab.session.GzipJson;
import gradientlab.session.RecorderState;
import gradientlab.session.ResumableListener;
import gradientlab.session.SessionRecorder;
import gradientlab.session.TestLossListener;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;

/**
 * Shows one training run as one session: DL4J's own reports for the stock pages, and snapshots for the others.
 *
 * <p>Both are of the same iterations. Once the dashboard is closed it does nothing.
 */
public final class DashboardListener implements TestLossListener, ResumableListener {

    private final String session;
    private final StatsMemory memory;
    private final AlignedStatsListener stock;
    private final SessionRecorder recorder;

    DashboardListener(String session, StatsMemory memory, AlignedStatsListener stock, SessionRecorder recorder) {
        this.session = session;
        this.memory = memory;
        this.stock = stock;
        this.recorder = recorder;
    }

    /** The name in the session selector. */
    public String session() {
        return session;
    }

    /** Adds a point to the curve of the test loss. */
    @Override
    public void tested(int iteration, double loss) {
        if (!memory.isClosed()) {
            recorder.tested(iteration, loss);
        }
    }

    /** Stores the curves as they are now, which otherwise happens once a second and with every report. */
    void flush() {
        if (!memory.isClosed()) {
            recorder.flush();
        }
    }

    @Override
    public byte[] state() throws IOException {
        return GzipJson.toBytes(recorder.state(memory));
    }

    /** Rates and totals on DL4J's own pages count from here on. */
    @Override
    public void resume(byte[] state, Model model, Iterator<? extends DataSet> batches) throws IOException {
        RecorderState recorded = GzipJson.fromBytes(state, RecorderState.class, "state of a session");
        recorder.resume(recorded, model, batches, stock.getWorkerID());
    }

    @Override
    public void onEpochStart(Model model) {
        stock.onEpochStart(model);
    }

    @Override
    public void onEpochEnd(Model model) {
        stock.onEpochEnd(model);
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        stock.onForwardPass(model, activations);
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        stock.onForwardPass(model, activations);
    }

    @Override
    public void onGradientCalculation(Model model) {
        stock.onGradientCalculation(model);
    }

    @Override
    public void onBackwardPass(Model model) {
        stock.onBackwardPass(model);
        if (!memory.isClosed()) {
            recorder.onBackwardPass(model);
        }
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        stock.iterationDone(model, iteration, epoch);
        if (!memory.isClosed()) {
            recorder.iterationDone(model, iteration, epoch);
        }
    }
}
