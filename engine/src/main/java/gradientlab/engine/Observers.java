package gradientlab.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The observers of an engine, and what is made for them alone. */
final class Observers {

    private static final float[] NONE = {};

    private final List<StepObserver> all = new ArrayList<>();
    private final Map<Integer, float[]> weightGradients = new HashMap<>();
    private List<StepObserver> looking = List.of();
    private int iteration;

    void add(StepObserver observer) {
        all.add(observer);
    }

    void begin(int number) {
        iteration = number;
        looking = all.isEmpty()
                ? List.of()
                : all.stream().filter(observer -> observer.wants(number)).toList();
    }

    void layer(Stage stage, Delta delta, int rows) {
        if (looking.isEmpty()) {
            return;
        }
        LayerStep step = new LayerStep(
                stage.place.index(),
                stage.place.layer().getLayerName(),
                rows,
                stage.place.out(),
                stage.output.values,
                delta.values,
                weightGradient(stage));
        looking.forEach(observer -> observer.layer(step));
    }

    private float[] weightGradient(Stage stage) {
        Parameter weights = stage.weights();
        if (weights == null) {
            return NONE;
        }
        float[] gradient = weightGradients.computeIfAbsent(stage.place.index(), i -> new float[weights.length()]);
        weights.gradient().get(gradient, 0, gradient.length);
        return gradient;
    }

    void stepDone(double loss) {
        looking.forEach(observer -> observer.stepDone(iteration, loss));
    }
}
