package gradientlab.ui.web;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.session.IterationRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One quantity of one layer over all iterations kept; see {@code http-api.md}. */
record HistogramsAnswer(String layer, String quantity, List<Entry> histograms) {

    /** The quantity at one iteration. */
    record Entry(
            int iteration,
            double low,
            double high,
            long[] counts,
            long below,
            long above,
            long nan,
            long positiveInfinity,
            long negativeInfinity,
            double mean,
            double std) {

        static Entry of(int iteration, Distribution distribution) {
            Histogram histogram = distribution.histogram();
            return new Entry(
                    iteration,
                    histogram.low(),
                    histogram.high(),
                    histogram.counts(),
                    histogram.below(),
                    histogram.above(),
                    histogram.nan(),
                    histogram.positiveInfinity(),
                    histogram.negativeInfinity(),
                    distribution.statistics().mean(),
                    distribution.statistics().std());
        }
    }

    static HistogramsAnswer of(Recorded session, String layer, String quantity) {
        LayerFacts facts = session.layer(layer);
        Function<LayerSnapshot, Optional<Distribution>> wanted = Quantity.named(quantity);
        List<IterationRecord> moments = session.moments();
        List<Entry> entries = moments.stream()
                .flatMap(moment -> moment.observation().measured(facts.name()).flatMap(wanted).stream()
                        .map(found -> Entry.of(moment.iteration(), found)))
                .toList();
        if (entries.isEmpty() && !moments.isEmpty()) {
            throw Refusal.notThere("The layer " + Refusal.quoted(layer) + " has no quantity " + Refusal.quoted(quantity)
                    + ": it has no such parameter.");
        }
        return new HistogramsAnswer(layer, quantity, entries);
    }
}
