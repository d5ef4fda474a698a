package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.LayerObservation;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** Units with the same weights get the same gradient and stay the same for ever. */
final class SymmetricUnits extends RuleCheck {

    SymmetricUnits() {
        super(Severity.FAULT, Limit.IDENTICAL_SHARE);
    }

    /**
     * The output layer may start at 0: its units differ by their labels. Units whose gradients differ, as in a last layer of
     * zeros of a residual branch, are told apart by the first step: a fault only where the run does not learn.
     */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> layers(run, seen).stream().limit(1).map(layer -> judged(run, seen, layer)))
                .toList();
    }

    private static Finding judged(RuleContext run, Observation seen, LayerFacts layer) {
        LayerObservation units = seen.layer(layer.name());
        boolean apart = units.apart() > run.limit(Limit.IDENTICAL_SHARE) * units.identicalUnits();
        boolean harm = run.learning().judged() && !run.learning().well();
        Message cause = apart ? Message.of("symmetric-units.cause.apart", rms(seen, layer)) : cause(run, seen, layer);
        Finding finding = finding(run, seen, layer, cause);
        return apart && !harm ? finding.with(Severity.HINT) : finding;
    }

    /** The hidden layers whose units have the same weights. */
    private static List<LayerFacts> layers(RuleContext run, Observation seen) {
        return run.structure().layers().stream()
                .filter(layer -> layer.hiddenWeights() && feedsOn(run, layer))
                .filter(layer -> identical(run, seen, layer))
                .toList();
    }

    /** What ends in the output by itself, such as dense + loss layer, is an output layer, too. */
    private static boolean feedsOn(RuleContext run, LayerFacts layer) {
        return run
                .structure()
                .nextAbove(
                        layer.name(),
                        above -> above.hiddenWeights() || above.role() == Role.UNKNOWN || above.role() == Role.OUTPUT)
                .stream()
                .anyMatch(above -> !above.kind().endsWith("LossLayer"));
    }

    private static boolean identical(RuleContext run, Observation seen, LayerFacts layer) {
        int same = seen.layer(layer.name()).identicalUnits();
        return same >= 2 && same >= run.shared(Limit.IDENTICAL_SHARE) * units(seen, layer);
    }

    private static int units(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::units).orElse(0);
    }

    private static Finding finding(RuleContext run, Observation seen, LayerFacts layer, Message cause) {
        return run.finding(
                Rule.SYMMETRIC_UNITS,
                layer.name(),
                seen.iteration(),
                Message.of(
                        "symmetric-units.evidence",
                        String.valueOf(seen.layer(layer.name()).identicalUnits()),
                        String.valueOf(units(seen, layer)),
                        EvidenceText.percent(run.limit(Limit.IDENTICAL_SHARE))),
                advice(cause, run, seen, layer),
                Limit.IDENTICAL_SHARE);
    }

    private static Message cause(RuleContext run, Observation seen, LayerFacts layer) {
        List<String> others = others(run, seen, layer);
        String rms = rms(seen, layer);
        return others.isEmpty()
                ? Message.of("symmetric-units.cause", rms)
                : Message.of("symmetric-units.cause.several", rms, WeightScale.list(others));
    }

    private static String rms(Observation seen, LayerFacts layer) {
        return EvidenceText.text(WeightScale.rms(seen, layer.name()));
    }

    private static List<String> others(RuleContext run, Observation seen, LayerFacts layer) {
        return layers(run, seen).stream()
                .filter(each -> !each.equals(layer))
                .map(LayerFacts::name)
                .toList();
    }

    /** To draw the weights at random, and those of other layers whose units are identical likewise, for a cause. */
    static Advice advice(Message cause, RuleContext run, Observation seen, LayerFacts layer) {
        String name = layer.name();
        List<String> others = others(run, seen, layer);
        Remedy remedy = broken(run, seen, name);
        String std = EvidenceText.text(remedy.number("std"));
        return new Advice(
                cause,
                others.isEmpty()
                        ? Message.of("symmetric-units.remedy", name, std)
                        : Message.of("symmetric-units.remedy.several", name, std, WeightScale.list(others)),
                remedy.with(others.stream().map(each -> broken(run, seen, each)).toList()));
    }

    private static Remedy broken(RuleContext run, Observation seen, String layer) {
        return Remedy.breakSymmetry(layer, WeightScale.recommended(seen, layer, WeightScale.nonlinearity(run, layer)));
    }
}
