package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;
import java.util.List;
import java.util.Map;

/**
 * One layer of a {@link Capture}, condensed; z, a and δ are defined in {@link LayerCapture}.
 *
 * <p>Shares lie between 0 and 1. NaN means "cannot be told": no values, or a nonlinearity without limits (SOFTMAX, OTHER).
 *
 * @param name name of the layer or vertex
 * @param kind simple name of the DL4J configuration class
 * @param nonlinearity the nonlinearity inside
 * @param examples rows of z: examples, times the positions of a feature map or the steps of a sequence
 * @param units columns of z: units, or channels
 * @param preActivation z
 * @param activation a
 * @param delta δ of the mean loss
 * @param saturatedShare share of z that is {@link ActivationFunction#saturated saturated}
 * @param deadUnitShare share of units dead for the whole batch: every z outside {@link ActivationFunction#alive()}
 * @param zeroDeltaShare share of δ that is exactly 0
 * @param parameters the parameters, in the layer's order
 * @param gates the gates of a recurrent layer; empty without any
 * @param time δ at each step of time; {@link TimeProfile#NONE} for a layer without time
 */
public record LayerSnapshot(
        String name,
        String kind,
        ActivationFunction nonlinearity,
        int examples,
        int units,
        Distribution preActivation,
        Distribution activation,
        Distribution delta,
        double saturatedShare,
        double deadUnitShare,
        double zeroDeltaShare,
        List<ParameterSnapshot> parameters,
        List<GateSnapshot> gates,
        TimeProfile time) {

    /** Copies the lists; no gates and no time at all, as in files older than they, is a layer without. */
    public LayerSnapshot {
        parameters = List.copyOf(parameters);
        gates = gates == null ? List.of() : List.copyOf(gates);
        time = time == null ? TimeProfile.NONE : time;
    }

    @SuppressWarnings("ReferenceEquality") // one and the same matrix is counted once
    static LayerSnapshot of(LayerCapture layer, int bins) {
        Matrix z = layer.preActivation();
        Matrix a = layer.activation();
        ActivationFunction f = layer.nonlinearity();
        Distribution preActivation = Distribution.of(z.values(), bins);
        return new LayerSnapshot(
                layer.name(),
                layer.kind(),
                f,
                z.rows(),
                z.columns(),
                preActivation,
                a == z ? preActivation : Distribution.of(a.values(), bins),
                Distribution.of(layer.delta().values(), bins),
                Units.shareOutside(z, f.unsaturated()),
                f.alive().defined() ? shareOfUnits(Units.deadUnits(z, f.alive()), z) : Double.NaN,
                Units.shareOfZeros(layer.delta().values()),
                layer.parameters().stream()
                        .map(parameter -> ParameterSnapshot.of(parameter, bins))
                        .toList(),
                layer.gates().stream().map(gate -> GateSnapshot.of(gate, bins)).toList(),
                layer.time());
    }

    LayerSnapshot withUpdates(Map<String, ParameterUpdate> updates) {
        return new LayerSnapshot(
                name,
                kind,
                nonlinearity,
                examples,
                units,
                preActivation,
                activation,
                delta,
                saturatedShare,
                deadUnitShare,
                zeroDeltaShare,
                parameters.stream()
                        .map(parameter ->
                                parameter.with(updates.getOrDefault(parameter.key(), ParameterUpdate.UNKNOWN)))
                        .toList(),
                gates,
                time);
    }

    /** NaN without examples, where "on every row" says nothing. */
    private static double shareOfUnits(int units, Matrix z) {
        return z.empty() ? Double.NaN : (double) units / z.columns();
    }
}
