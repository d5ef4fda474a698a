package gradientlab.ui.web;

import gradientlab.ui.stock.Shown;
import gradientlab.ui.stock.Vertices;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;

/**
 * What the Model tab shows beside its own: activations and gradients of one layer in DL4J's newest report.
 *
 * @param layer its name
 * @param activations null where DL4J reports none
 * @param gradients by parameter; DL4J's are sums over the batch
 */
record ModelAnswer(int iteration, String layer, Histogram activations, Map<String, Histogram> gradients) {

    /**
     * A histogram of DL4J's.
     *
     * <p>It makes none of an array with values that are not finite: the edges are NaN then, and there are no counts.
     *
     * @param mean what DL4J says, finite or not
     */
    record Histogram(double low, double high, int[] counts, double mean, double std) {

        static Histogram of(StatsReport report, StatsType type, String entry) {
            var stock = report.getHistograms(type).get(entry);
            boolean finite = Double.isFinite(stock.getMax() - stock.getMin());
            return new Histogram(
                    finite ? stock.getMin() : Double.NaN,
                    finite ? stock.getMax() : Double.NaN,
                    finite ? stock.getBinCounts() : new int[0],
                    value(report.getMean(type), entry),
                    value(report.getStdev(type), entry));
        }

        private static double value(Map<String, Double> values, String entry) {
            return values == null ? Double.NaN : values.getOrDefault(entry, Double.NaN);
        }
    }

    /**
     * From the session's newest report; refuses a session without one, and a layer that is not there.
     *
     * @param layer its place on the Model page, where the input has 0, or its name; digits are a place
     */
    static ModelAnswer of(List<StatsStorage> storages, String session, String layer) {
        Shown shown = Shown.ofAllWorkers(storages, session).stream()
                .filter(worker -> worker.latest().isPresent())
                .max(Comparator.comparingLong(
                        worker -> worker.latest().orElseThrow().getTimeStamp()))
                .orElseThrow(() -> Refusal.notThere(
                        "There is no report of DL4J's listener in a session " + Refusal.quoted(session) + "."));
        Vertices vertices = shown.start()
                .map(Vertices::of)
                .orElseThrow(() -> Refusal.notThere(
                        "The network of session " + Refusal.quoted(session) + " is not told by DL4J's listener."));
        int place = vertices.find(layer)
                .orElseThrow(() -> Refusal.notThere("There is no layer " + Refusal.quoted(layer) + " in session "
                        + Refusal.quoted(session) + "; there are " + String.join(", ", vertices.names()) + "."));
        return of(shown.latest().orElseThrow(), vertices, place);
    }

    private static ModelAnswer of(StatsReport report, Vertices vertices, int place) {
        var gradients = new TreeMap<String, Histogram>();
        named(report, StatsType.Gradients)
                .keySet()
                .forEach(entry -> vertices.parameterOf(place, entry)
                        .ifPresent(name -> gradients.put(name, Histogram.of(report, StatsType.Gradients, entry))));
        String key = vertices.keys().get(place);
        boolean reported = named(report, StatsType.Activations).containsKey(key);
        return new ModelAnswer(
                report.getIterationCount(),
                vertices.names().get(place),
                reported ? Histogram.of(report, StatsType.Activations, key) : null,
                gradients);
    }

    private static Map<String, ?> named(StatsReport report, StatsType type) {
        Map<String, ?> histograms = report.getHistograms(type);
        return histograms == null ? Map.of() : histograms;
    }
}
