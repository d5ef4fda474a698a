package gradientlab.ui;

import java.io.Serial;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.deeplearning4j.ui.model.stats.api.StatsUpdateConfiguration;

/**
 * What DL4J's stats listener collects by itself: times, counts, memory, score and learning rates; nothing of the arrays,
 * of which {@link StockSummary} takes care.
 */
record Collected(int reportingFrequency) implements StatsUpdateConfiguration {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public boolean collectPerformanceStats() {
        return true;
    }

    @Override
    public boolean collectMemoryStats() {
        return true;
    }

    @Override
    public boolean collectGarbageCollectionStats() {
        return true;
    }

    @Override
    public boolean collectLearningRates() {
        return true;
    }

    @Override
    public boolean collectHistograms(StatsType type) {
        return false;
    }

    @Override
    public int numHistogramBins(StatsType type) {
        return StockStatistics.BINS;
    }

    @Override
    public boolean collectMean(StatsType type) {
        return false;
    }

    @Override
    public boolean collectStdev(StatsType type) {
        return false;
    }

    @Override
    public boolean collectMeanMagnitudes(StatsType type) {
        return false;
    }
}
