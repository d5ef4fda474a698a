package gradientlab.lab.proof;

import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.RunFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * A pair of plans that differ by one remedy, trained with the same seeds and the same batches.
 *
 * @param change the one difference
 * @param before the figures without it, one per seed
 * @param after the figures with it, seed by seed
 */
public record Proof(String change, List<RunFigures> before, List<RunFigures> after) {

    /** Whether the loss over all test examples is lower with the change for every seed; a loss that is NaN helps nobody. */
    public boolean helped() {
        for (int i = 0; i < before.size(); i++) {
            double lossBefore = before.get(i).testLossFull();
            double lossAfter = after.get(i).testLossFull();
            boolean lower = lossAfter < lossBefore || (Double.isNaN(lossBefore) && Double.isFinite(lossAfter));
            if (!lower) {
                return false;
            }
        }
        return !before.isEmpty();
    }

    /** The change of the loss over all test examples, seed by seed. */
    public MeanStd difference() {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            differences.add(after.get(i).testLossFull() - before.get(i).testLossFull());
        }
        return MeanStd.of(differences);
    }
}
