package gradientlab.lab.run;

import gradientlab.diagnostics.probe.UpdateRatios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/** Keeps the loss and the update:parameter ratios of every step. */
final class IterationRecorder extends BaseTrainingListener {

    private final List<Iteration> iterations;
    private final int batchesPerEpoch;

    /** @param before the steps that were taken before, where training goes on */
    IterationRecorder(int batchesPerEpoch, List<Iteration> before) {
        this.batchesPerEpoch = batchesPerEpoch;
        this.iterations = new ArrayList<>(before);
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        int number = iterations.size();
        iterations.add(new Iteration(
                number, number / batchesPerEpoch + 1, model.score(), weightRatios((MultiLayerNetwork) model)));
    }

    /** In the order of the layers, which the gradient's own order is not. */
    private static Map<String, Double> weightRatios(MultiLayerNetwork network) {
        Map<String, Double> all = UpdateRatios.of(network);
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (String key : network.paramTable().keySet()) {
            if (key.endsWith("_W") && all.containsKey(key)) {
                ratios.put(layerName(network, key) + ".W", all.get(key));
            }
        }
        return ratios;
    }

    private static String layerName(MultiLayerNetwork network, String key) {
        int layer = Integer.parseInt(key.substring(0, key.indexOf('_')));
        return network.getLayer(layer).conf().getLayer().getLayerName();
    }

    /** How many steps were taken. */
    int steps() {
        return iterations.size();
    }

    List<Iteration> iterations() {
        return List.copyOf(iterations);
    }
}
