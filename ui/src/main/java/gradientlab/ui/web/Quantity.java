package gradientlab.ui.web;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.ParameterSnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be asked of a layer by name: z, a, delta, or values, gradient, update of one of its parameters. */
final class Quantity {

    private static final Map<String, Function<LayerSnapshot, Distribution>> OF_LAYER = Map.of(
            "z", LayerSnapshot::preActivation,
            "a", LayerSnapshot::activation,
            "delta", LayerSnapshot::delta);
    private static final Map<String, Function<ParameterSnapshot, Distribution>> OF_PARAMETER = Map.of(
            "values", ParameterSnapshot::values,
            "gradient", ParameterSnapshot::gradient,
            "update", ParameterSnapshot::update);

    private Quantity() {}

    /** The quantity in a layer; empty where the layer has no such parameter; refuses a name that is no quantity. */
    static Function<LayerSnapshot, Optional<Distribution>> named(String name) {
        if (OF_LAYER.containsKey(name)) {
            return layer -> Optional.of(OF_LAYER.get(name).apply(layer));
        }
        int colon = name.indexOf(':');
        if (colon < 0 || !OF_PARAMETER.containsKey(name.substring(0, colon))) {
            throw Refusal.notThere("There is no quantity " + Refusal.quoted(name) + ": it must be z, a, delta, or "
                    + "values:P, gradient:P, update:P with the name P of a parameter.");
        }
        var part = OF_PARAMETER.get(name.substring(0, colon));
        String parameter = name.substring(colon + 1);
        return layer -> layer.parameters().stream()
                .filter(candidate -> candidate.name().equals(parameter))
                .map(part)
                .findFirst();
    }
}
