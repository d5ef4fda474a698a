package gradientlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes down every call of a listener with copies of all that it could see. */
final class Recorder implements TrainingListener {

    /**
     * One call.
     *
     * @param name the method's name
     * @param numbers score, iteration and epoch as the model has them, and those it was told
     * @param names the names of the arrays
     * @param arrays copies of the activations, or of the gradients, and of the parameters
     */
    record Call(String name, List<Double> numbers, List<String> names, List<Values> arrays) {}

    /** The values of an array, row by row, and its shape. */
    record Values(float[] values, List<Long> shape) {
        static Values of(INDArray array) {
            return new Values(
                    array.dup('c').reshape(array.length()).toFloatVector(),
                    Arrays.stream(array.shape()).boxed().toList());
        }
    }

    final List<Call> calls = new ArrayList<>();

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        add("iterationDone", model, gradients(model), iteration, epoch);
    }

    @Override
    public void onEpochStart(Model model) {
        add("onEpochStart", model, Map.of());
    }

    @Override
    public void onEpochEnd(Model model) {
        add("onEpochEnd", model, Map.of());
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        Map<String, INDArray> named = new LinkedHashMap<>();
        activations.forEach(array -> named.put("activation " + named.size(), array));
        add("onForwardPass", model, named);
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        throw new AssertionError("a MultiLayerNetwork hands out a list");
    }

    @Override
    public void onGradientCalculation(Model model) {
        add("onGradientCalculation", model, gradients(model));
    }

    @Override
    public void onBackwardPass(Model model) {
        add("onBackwardPass", model, gradients(model));
    }

    private static Map<String, INDArray> gradients(Model model) {
        return model.gradient().gradientForVariable();
    }

    private void add(String name, Model model, Map<String, INDArray> named, int... told) {
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        List<Double> numbers = new ArrayList<>(
                List.of(name.equals("onForwardPass") ? 0 : model.score(), (double) network.getIterationCount(), (double)
                        network.getEpochCount()));
        for (int number : told) {
            numbers.add((double) number);
        }
        List<Values> copies = new ArrayList<>();
        named.values().forEach(array -> copies.add(Values.of(array)));
        copies.add(Values.of(network.params()));
        copies.add(Values.of(network.getInput()));
        copies.add(Values.of(network.getLabels()));
        calls.add(new Call(name, numbers, List.copyOf(named.keySet()), copies));
    }
}
