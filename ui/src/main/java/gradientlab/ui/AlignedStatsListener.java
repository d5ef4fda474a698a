package gradientlab.ui;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsUpdateConfiguration;
import org.deeplearning4j.ui.model.stats.impl.DefaultStatsUpdateConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's stats listener, reporting iterations 0, n, 2n, ... with everything in a report from that one iteration.
 *
 * <p>The stock listener with a frequency n above 1 never reports iteration 0, and its report of iteration kn holds the
 * activations and gradients of iteration (k-1)n+1. This one tells it "every iteration" in those it is to report and
 * "never" in all others, where the stock code still counts examples and minibatches.
 */
final class AlignedStatsListener extends StatsListener {
    private static final StatsUpdateConfiguration REPORT = reportingEvery(1);
    private static final StatsUpdateConfiguration COUNT_ONLY = reportingEvery(Integer.MAX_VALUE);

    private final StatsMemory memory;
    private final int every;

    /**
     * Reports a run to the memory.
     *
     * @param every n, at least 1
     */
    AlignedStatsListener(StatsMemory memory, String session, int every) {
        super(memory, null, COUNT_ONLY, session, null);
        this.memory = memory;
        this.every = every;
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        if (prepare(BaseOptimizer.getIterationCount(model))) {
            super.onForwardPass(model, activations);
        }
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        if (prepare(BaseOptimizer.getIterationCount(model))) {
            super.onForwardPass(model, activations);
        }
    }

    @Override
    public void onGradientCalculation(Model model) {
        if (prepare(BaseOptimizer.getIterationCount(model))) {
            super.onGradientCalculation(model);
        }
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        prepare(iteration);
        if (!memory.isClosed()) {
            super.iterationDone(model, iteration, epoch);
        }
    }

    /** A listener of the same session, for another worker thread. */
    @Override
    public AlignedStatsListener clone() {
        return new AlignedStatsListener(memory, getSessionID(), every);
    }

    private boolean prepare(int iteration) {
        boolean reported = iteration % every == 0 && !memory.isClosed();
        setUpdateConfig(reported ? REPORT : COUNT_ONLY);
        return reported;
    }

    // Everything else stays at its default: all histograms, means, deviations and magnitudes are collected.
    private static StatsUpdateConfiguration reportingEvery(int iterations) {
        return new DefaultStatsUpdateConfiguration.Builder()
                .reportingFrequency(iterations)
                .build();
    }
}
