package gradientlab.experiments.summary;

import gradientlab.lab.figure.Plot;
import gradientlab.lab.run.MeanStd;
import java.util.List;

/** Bars with the spread over the repetitions. */
final class Bars {

    private Bars() {}

    /** One bar for each spread, with ± one standard deviation where there are repetitions. */
    static Plot.Series of(String label, List<MeanStd> spreads) {
        boolean several = spreads.stream().allMatch(spread -> spread.count() > 1 && Double.isFinite(spread.std()));
        return new Plot.Series(
                label,
                spreads.stream().map(MeanStd::mean).toList(),
                several ? spreads.stream().map(MeanStd::std).toList() : null);
    }
}
