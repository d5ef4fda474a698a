package gradientlab.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies, at every iteration, what a report of it should have been made from. */
final class Recorder extends BaseTrainingListener {
    private final List<Map<StatsType, Map<String, float[]>>> iterations = new ArrayList<>();
    private Map<StatsType, Map<String, float[]>> current = new HashMap<>();

    Map<StatsType, Map<String, float[]>> at(int iteration) {
        return iterations.get(iteration);
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        // The stock listener's names: the input, then the layers' indices.
        var named = new LinkedHashMap<String, INDArray>();
        for (int i = 0; i < activations.size(); i++) {
            named.put(i == 0 ? "input" : String.valueOf(i - 1), activations.get(i));
        }
        current.put(StatsType.Activations, copies(named));
    }

    @Override
    public void onGradientCalculation(Model model) {
        current.put(StatsType.Gradients, copies(model.gradient().gradientForVariable()));
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        current.put(StatsType.Updates, copies(model.gradient().gradientForVariable()));
        current.put(StatsType.Parameters, copies(model.paramTable()));
        iterations.add(current);
        current = new HashMap<>();
    }

    private static Map<String, float[]> copies(Map<String, INDArray> arrays) {
        var copies = new LinkedHashMap<String, float[]>();
        arrays.forEach((name, array) -> copies.put(name, array.dup().data().asFloat()));
        return copies;
    }
}
