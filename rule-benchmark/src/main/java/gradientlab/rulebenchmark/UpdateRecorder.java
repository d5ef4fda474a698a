package gradientlab.rulebenchmark;

import gradientlab.diagnostics.probe.UpdateRatios;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/** Records the next update: inside {@code iterationDone}, and nowhere else, {@code model.gradient()} holds it. */
public final class UpdateRecorder extends BaseTrainingListener {

    private boolean wanted;
    private Map<String, Double> log10Ratios = Map.of();
    private Map<String, Double> means = Map.of();

    /** Asks for the next update. */
    public void record() {
        wanted = true;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        if (wanted) {
            wanted = false;
            log10Ratios = UpdateRatios.of(model);
            means = new HashMap<>();
            model.gradient()
                    .gradientForVariable()
                    .forEach(
                            (key, update) -> means.put(key, update.ameanNumber().doubleValue()));
        }
    }

    /** log10(std(update) / std(parameter)) by parameter key. */
    public Map<String, Double> log10Ratios() {
        return log10Ratios;
    }

    /** Mean |update| by parameter key. */
    public Map<String, Double> means() {
        return means;
    }
}
