package gradientlab.experiments.summary;

import gradientlab.lab.Lab;
import gradientlab.lab.run.MeanStd;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** The repetitions of a cell. */
final class Seeds {

    private Seeds() {}

    /** The lab's seed and those after it, one for each repetition. */
    static List<Long> of(Lab lab) {
        return LongStream.range(lab.seed(), lab.seed() + lab.repetitions())
                .boxed()
                .toList();
    }

    /** A figure over the repetitions. */
    static <T> MeanStd spread(Collection<T> repetitions, ToDoubleFunction<T> figure) {
        return MeanStd.of(repetitions.stream().map(figure::applyAsDouble).toList());
    }

    static <T> double mean(Collection<T> repetitions, ToDoubleFunction<T> figure) {
        return spread(repetitions, figure).mean();
    }
}
