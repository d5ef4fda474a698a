package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.GateSnapshot;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.TimeProfile;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * δ over time of one recurrent layer in one observation.
 *
 * <p>Going back by one step multiplies δ by the recurrent weights and the slope of the nonlinearity; in an LSTM the cell
 * carries it past both, multiplied by the forget gate (Bengio, Simard and Frasconi 1994; Hochreiter and Schmidhuber 1997).
 */
record OverTime(Observation seen, LayerFacts layer, LayerSnapshot measured) {

    /** The finding about the first observation that shows it, in the layer of which it is most true; empty without any. */
    static List<Finding> first(
            RuleContext run,
            Predicate<TimeProfile> shows,
            Comparator<TimeProfile> most,
            Function<OverTime, Finding> finding) {
        return run.observations().stream()
                .flatMap(seen -> of(run, seen).stream()
                        .filter(layer -> shows.test(layer.time()))
                        .max(Comparator.comparing(OverTime::time, most))
                        .stream())
                .limit(1)
                .map(finding)
                .toList();
    }

    private static List<OverTime> of(RuleContext run, Observation seen) {
        return run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.RECURRENT)
                .flatMap(layer -> seen.measured(layer.name()).map(l -> new OverTime(seen, layer, l)).stream())
                .toList();
    }

    TimeProfile time() {
        return measured.time();
    }

    String name() {
        return layer.name();
    }

    /** Before the first update the initialisation is to blame, and nothing was learnt or unlearnt. */
    boolean fresh() {
        return seen.iteration() == 0;
    }

    /** What recurrent weights drawn at random multiply the norm of δ by: √n · rms(RW). */
    double byWeights() {
        return WeightScale.rms(seen, name(), "RW") * Math.sqrt(measured.units());
    }

    /** To draw the recurrent weights so that they leave the norm of δ alone; twice the variance before a rectifier. */
    Advice scaleWeights(Message cause) {
        double std = Math.sqrt((layer.rectifier() ? 2.0 : 1.0) / measured.units());
        double from = WeightScale.rms(seen, name(), "RW");
        return new Advice(
                cause,
                Message.of(
                        "recurrent-weights-scale.remedy",
                        name(),
                        EvidenceText.text(std),
                        EvidenceText.text(from),
                        String.valueOf(measured.units())),
                Remedy.scaleRecurrentWeights(name(), std, from));
    }

    /** Mean of the forget gates over units, steps and examples; empty without such a gate. */
    Optional<Double> forgetGate() {
        return measured.gates().stream()
                .filter(gate -> gate.name().equals("forget"))
                .map(GateSnapshot::activation)
                .map(gate -> gate.statistics().mean())
                .findFirst();
    }

    /** Norms of what arrives at the last step, and what is left of it at the first, followed by the limits. */
    Message evidence(String key, String... limits) {
        List<String> arguments = new ArrayList<>(List.of(
                EvidenceText.text(time().fromLast().get(0)),
                EvidenceText.text(time().fromLast().get(time().stepsBack())),
                String.valueOf(time().stepsBack()),
                EvidenceText.text(time().ratio()),
                EvidenceText.text(time().perStep())));
        arguments.addAll(List.of(limits));
        return new Message(key, arguments);
    }
}
