package gradientlab.export;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.Statistics;
import gradientlab.session.SessionRecording;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.Summary;

/**
 * A session as scalars and histograms of TensorBoard.
 *
 * <p>A histogram has the bins that were recorded. TensorBoard knows finite values alone: others are counted by a scalar
 * {@code not finite of …} and are in no histogram. When a step was made is not recorded: all events have the time at which the
 * session started.
 */
final class TensorBoard {

    private TensorBoard() {}

    /** The name of the file: TensorBoard looks for {@code tfevents}. */
    static String fileName(SessionRecording session) {
        return "events.out.tfevents." + started(session).getEpochSecond() + ".gradient-lab";
    }

    static byte[] bytes(SessionRecording session) {
        Map<Integer, Summary.Builder> steps = new TreeMap<>();
        Scalar.of(session)
                .forEach(scalar -> at(steps, scalar.iteration())
                        .addValueBuilder()
                        .setTag(scalar.name())
                        .setSimpleValue((float) scalar.value()));
        Measurement.of(session)
                .filter(measurement -> measurement.values().statistics().count() > 0)
                .forEach(measurement -> at(steps, measurement.iteration())
                        .addValueBuilder()
                        .setTag(measurement.quantity() + "/" + measurement.layer())
                        .setHisto(histogram(measurement.values())));
        var file = new EventFile(started(session).toEpochMilli() / 1000.0);
        steps.forEach((step, summary) -> file.add(step, summary.build()));
        return file.toBytes();
    }

    private static Instant started(SessionRecording session) {
        return Instant.parse(session.facts().started());
    }

    private static Summary.Builder at(Map<Integer, Summary.Builder> steps, int step) {
        return steps.computeIfAbsent(step, none -> Summary.newBuilder());
    }

    /** Σx = n · mean and Σx² = (n − 1) · std² + n · mean², of the finite values. */
    private static HistogramProto histogram(Distribution values) {
        Statistics statistics = values.statistics();
        Histogram histogram = values.histogram();
        double n = statistics.count();
        double scatter = n > 1 ? (n - 1) * statistics.std() * statistics.std() : 0;
        HistogramProto.Builder proto = HistogramProto.newBuilder()
                .setMin(statistics.min())
                .setMax(statistics.max())
                .setNum(n)
                .setSum(n * statistics.mean())
                .setSumSquares(scatter + n * statistics.mean() * statistics.mean());
        long[] counts = histogram.counts();
        // The first bucket holds all that is less than its limit.
        proto.addBucketLimit(histogram.low()).addBucket((double) histogram.below());
        for (int bin = 0; bin < counts.length; bin++) {
            proto.addBucketLimit(histogram.edge(bin + 1)).addBucket((double) counts[bin]);
        }
        if (histogram.above() > 0) {
            proto.addBucketLimit(Double.MAX_VALUE).addBucket((double) histogram.above());
        }
        return proto.build();
    }
}
