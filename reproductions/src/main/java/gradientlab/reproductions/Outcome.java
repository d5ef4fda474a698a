package gradientlab.reproductions;

import gradientlab.lab.figure.Figure;
import java.util.List;

/**
 * What came of running something published again.
 *
 * @param comparisons each published number beside ours
 * @param figures of it
 * @param remark what has to be said beside the numbers; may be empty
 */
public record Outcome(List<Comparison> comparisons, List<Figure> figures, String remark) {

    /** Copies the lists. */
    public Outcome {
        comparisons = List.copyOf(comparisons);
        figures = List.copyOf(figures);
    }

    /** Whether every comparison holds. */
    public boolean reproduced() {
        return comparisons.stream().allMatch(Comparison::holds);
    }
}
