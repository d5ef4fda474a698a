package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import java.util.Optional;
import java.util.function.Function;

/** A nonlinearity that makes far larger values of its pre-activations, as e^z and z^3 do and no common one does. */
final class GrowingNonlinearity {

    /** Rms of the activations over that of z, or over 1 where that is smaller. */
    private static final double GROWS = 10;

    private GrowingNonlinearity() {}

    /** To use another one in the lowest layer that shows it; empty where none does. */
    static Optional<Advice> of(RuleContext run, Observation seen) {
        return run.structure().layers().stream()
                .filter(layer -> unbounded(layer) && grows(seen, layer))
                .findFirst()
                .map(layer -> advice(seen, layer));
    }

    /** Whether it is none of the common ones, which are bounded or grow no faster than z. */
    static boolean unbounded(LayerFacts layer) {
        return layer.nonlinearity() == ActivationFunction.OTHER || layer.nonlinearity() == ActivationFunction.CUBE;
    }

    private static boolean grows(Observation seen, LayerFacts layer) {
        double z = rms(seen, layer, LayerSnapshot::preActivation);
        double a = rms(seen, layer, LayerSnapshot::activation);
        return Double.isFinite(z) && !(a <= GROWS * Math.max(1, z));
    }

    private static double rms(Observation seen, LayerFacts layer, Function<LayerSnapshot, Distribution> values) {
        return seen.measured(layer.name())
                .map(measured -> Arithmetic.rms(values.apply(measured).statistics()))
                .orElse(Double.NaN);
    }

    private static Advice advice(Observation seen, LayerFacts layer) {
        return new Advice(
                Message.of(
                        "growing-nonlinearity.cause",
                        layer.name(),
                        EvidenceText.text(rms(seen, layer, LayerSnapshot::preActivation)),
                        EvidenceText.text(rms(seen, layer, LayerSnapshot::activation))),
                Message.of("non-finite.remedy.nonlinearity", layer.name()),
                Remedy.changeActivation(layer.name(), ActivationFunction.TANH));
    }
}
