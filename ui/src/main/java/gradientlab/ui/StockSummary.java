package gradientlab.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The statistics of all arrays of one kind, by DL4J's names.
 *
 * @param type what kind
 */
record StockSummary(StatsType type, Map<String, StockStatistics> arrays) {

    static StockSummary of(StatsType type, Map<String, INDArray> arrays) {
        return new StockSummary(type, map(arrays, StockStatistics::of));
    }

    void into(StatsReport report) {
        report.reportHistograms(type, map(arrays, StockStatistics::histogram));
        report.reportMean(type, map(arrays, StockStatistics::mean));
        report.reportStdev(type, map(arrays, StockStatistics::stdev));
        report.reportMeanMagnitudes(type, map(arrays, StockStatistics::meanMagnitude));
    }

    private static <A, B> Map<String, B> map(Map<String, A> values, Function<A, B> function) {
        Map<String, B> mapped = new LinkedHashMap<>();
        values.forEach((name, value) -> mapped.put(name, function.apply(value)));
        return mapped;
    }
}
