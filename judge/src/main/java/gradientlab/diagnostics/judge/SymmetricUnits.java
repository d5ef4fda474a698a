package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Role;
import java.util.List;

/** Units with the same weights get the same gradient and stay the same for ever. */
final class SymmetricUnits extends RuleCheck {

    SymmetricUnits() {
        super(Severity.FAULT, Limit.IDENTICAL_SHARE);
    }

    /** The output layer may start at 0: its units differ by their labels. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> run.structure().layers().stream()
                        .filter(layer -> layer.hiddenWeights() && feedsOn(run, layer))
                        .filter(layer -> identical(run, seen, layer))
                        .map(layer -> finding(run, seen, layer)))
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
        return same >= 2 && same >= run.limit(Limit.IDENTICAL_SHARE) * units(seen, layer);
    }

    private static int units(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::units).orElse(0);
    }

    private static Finding finding(RuleContext run, Observation seen, LayerFacts layer) {
        return run.finding(
                Rule.SYMMETRIC_UNITS,
                layer.name(),
                seen.iteration(),
                Message.of(
                        "symmetric-units.evidence",
                        String.valueOf(seen.layer(layer.name()).identicalUnits()),
                        String.valueOf(units(seen, layer)),
                        EvidenceText.percent(run.limit(Limit.IDENTICAL_SHARE))),
                advice(
                        Message.of("symmetric-units.cause", EvidenceText.text(WeightScale.rms(seen, layer.name()))),
                        run,
                        seen,
                        layer),
                Limit.IDENTICAL_SHARE);
    }

    /** To draw the weights at random, for a cause. */
    static Advice advice(Message cause, RuleContext run, Observation seen, LayerFacts layer) {
        String name = layer.name();
        double std = WeightScale.recommended(seen, name, run.structure().nonlinearityOf(layer));
        return new Advice(
                cause,
                Message.of("symmetric-units.remedy", name, EvidenceText.text(std)),
                Remedy.breakSymmetry(name, std));
    }
}
