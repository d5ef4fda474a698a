package gradientlab.experiments.summary;

import gradientlab.experiments.summary.DeeperIsWorse.Measured;
import gradientlab.lab.DepthReference;
import gradientlab.lab.DepthReference.Comparison;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;

/** The depth experiment beside PyTorch's figures. */
final class DepthComparisons {

    /** The steps after which PyTorch's loss and accuracy were taken. */
    private static final int REFERENCE_STEPS = 1_010;

    private DepthComparisons() {}

    /** Before training always; loss and accuracy where our nets have trained as long as PyTorch's. */
    static List<Comparison> of(List<Measured> grid, int steps) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Measured each : grid) {
            DepthReference.find(
                            each.point().depth(),
                            each.point().activation(),
                            each.point().initialisation(),
                            each.point().normalisation())
                    .ifPresent(reference -> comparisons.addAll(compared(each, reference, steps)));
        }
        return comparisons;
    }

    private static List<Comparison> compared(Measured measured, DepthReference reference, int steps) {
        List<DeepRun> runs = measured.runs();
        String net = measured.point().toString();
        List<Comparison> comparisons = new ArrayList<>();
        reference
                .backwardFactor()
                .ifPresent(figure -> comparisons.add(Comparison.of(
                        net, "backward factor", Seeds.mean(runs, DeepRun::backwardFactor), figure, runs.size())));
        comparisons.add(Comparison.of(
                net, "initial loss", Seeds.mean(runs, DeepRun::initialLoss), reference.initialLoss(), runs.size()));
        if (steps == REFERENCE_STEPS && reference.diverged() == 0) {
            comparisons.add(Comparison.of(
                    net,
                    "loss of the last epoch",
                    Seeds.mean(runs, DeepRun::endLoss),
                    reference.epochLossLast(),
                    runs.size()));
            comparisons.add(Comparison.of(
                    net,
                    "test accuracy",
                    Seeds.mean(runs, DeepRun::testAccuracy),
                    reference.testAccuracy(),
                    runs.size()));
        }
        return comparisons;
    }

    static String sentence(List<Comparison> comparisons, Words words) {
        List<String> outside = comparisons.stream()
                .filter(comparison -> !comparison.agrees())
                .map(Comparison::text)
                .toList();
        return words.text(
                "beside-pytorch",
                comparisons.size() - outside.size(),
                comparisons.size(),
                outside.isEmpty() ? "" : words.text("beside-pytorch.outside", String.join("; ", outside)));
    }
}
