package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The targets of the sampled examples, by output. */
final class TargetSample {

    private final List<List<float[]>> outputs = new ArrayList<>();

    void set(int place, List<BatchData.Target> targets, int example) {
        while (outputs.size() < targets.size()) {
            outputs.add(new ArrayList<>());
        }
        for (int output = 0; output < targets.size(); output++) {
            Matrix all = targets.get(output).examples();
            int from = example * all.columns();
            float[] row = Arrays.copyOfRange(all.values(), from, from + all.columns());
            List<float[]> rows = outputs.get(output);
            if (place == rows.size()) {
                rows.add(row);
            } else {
                rows.set(place, row);
            }
        }
    }

    List<float[]> of(int output) {
        return output < outputs.size() ? outputs.get(output) : List.of();
    }
}
