package gradientlab.ui;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's stats listener, reporting iterations 0, n, 2n, ... with everything in a report from that one iteration.
 *
 * <p>The stock listener with a frequency n above 1 never reports iteration 0, and its report of iteration kn holds the
 * activations and gradients of iteration (k-1)n+1. This one tells it "every iteration" in those it is to report and
 * "never" in all others, where the stock code still counts examples and minibatches. The statistics of the arrays it
 * takes itself, at a fraction of the cost.
 */
final class AlignedStatsListener extends StatsListener {
    private static final Collected REPORT = new Collected(1);
    private static final Collected COUNT_ONLY = new Collected(Integer.MAX_VALUE);

    private final StatsMemory memory;
    private final int every;
    private final Map<StatsType, StockSummary> summaries = new EnumMap<>(StatsType.class);

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

    /** The data first, then the layers' outputs, which DL4J calls by their layers' numbers. */
    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        if (reports(BaseOptimizer.getIterationCount(model))) {
            Map<String, INDArray> named = new LinkedHashMap<>();
            for (int i = 0; i < activations.size(); i++) {
                named.put(i == 0 ? "input" : Integer.toString(i - 1), activations.get(i));
            }
            summarise(StatsType.Activations, named);
        }
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        if (reports(BaseOptimizer.getIterationCount(model))) {
            summarise(StatsType.Activations, activations);
        }
    }

    @Override
    public void onGradientCalculation(Model model) {
        if (reports(BaseOptimizer.getIterationCount(model))) {
            summarise(StatsType.Gradients, model.gradient().gradientForVariable());
        }
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        boolean reported = reports(iteration);
        setUpdateConfig(reported ? REPORT : COUNT_ONLY);
        if (reported) {
            summarise(StatsType.Parameters, model.paramTable(true));
            summarise(StatsType.Updates, model.gradient().gradientForVariable());
        }
        if (!memory.isClosed()) {
            super.iterationDone(model, iteration, epoch);
        }
        summaries.clear();
    }

    /** A report of what was summarised since the last. */
    @Override
    public StatsReport getNewStatsReport() {
        StatsReport report = super.getNewStatsReport();
        summaries.values().forEach(summary -> summary.into(report));
        return report;
    }

    private void summarise(StatsType type, Map<String, INDArray> arrays) {
        summaries.put(type, StockSummary.of(type, arrays));
    }

    /** A listener of the same session, for another worker thread. */
    @Override
    public AlignedStatsListener clone() {
        return new AlignedStatsListener(memory, getSessionID(), every);
    }

    private boolean reports(int iteration) {
        return iteration % every == 0 && !memory.isClosed();
    }
}
