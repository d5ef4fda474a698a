package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;

/**
 * One gate of a recurrent layer, condensed; see {@link GateCapture}.
 *
 * @param name {@code input}, {@code forget}, {@code output} or {@code candidate}
 * @param nonlinearity what is applied to z
 * @param preActivation z
 * @param activation the gate itself
 * @param saturatedShare share of z that is {@link ActivationFunction#saturated saturated}; NaN without values or limits. A
 *     forget gate that is saturated near 1 only remembers: that is no fault
 */
public record GateSnapshot(
        String name,
        ActivationFunction nonlinearity,
        Distribution preActivation,
        Distribution activation,
        double saturatedShare) {

    static GateSnapshot of(GateCapture gate, int bins) {
        return new GateSnapshot(
                gate.name(),
                gate.nonlinearity(),
                Distribution.of(gate.preActivation().values(), bins),
                Distribution.of(gate.activation().values(), bins),
                Units.shareOutside(gate.preActivation(), gate.nonlinearity().unsaturated()));
    }
}
