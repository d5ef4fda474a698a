package gradientlab.lab.run;

import gradientlab.diagnostics.probe.UpdateRatios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/** Keeps the loss and the update:parameter ratios of every step. */
final class IterationRecorder extends BaseTrainingListener {

    private final List<Iteration> iterations;
    private final int batchesPerEpoch;

    /** The weights of the network by DL4J's keys and by the layers' names: found at the first step. */
    private List<String> keys;

    private List<String> names;

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
    private Map<String, Double> weightRatios(MultiLayerNetwork network) {
        Map<String, Double> all = UpdateRatios.of(network);
        if (keys == null) {
            keys = network.paramTable().keySet().stream()
                    .filter(key -> key.endsWith("_W") && all.containsKey(key))
                    .toList();
            names = keys.stream().map(key -> layerName(network, key) + ".W").toList();
        }
        return new NamedNumbers(names, keys.stream().mapToDouble(all::get).toArray());
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
