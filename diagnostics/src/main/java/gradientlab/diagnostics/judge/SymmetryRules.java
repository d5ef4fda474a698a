package gradientlab.diagnostics.judge;

import java.util.List;

/** Units with the same weights get the same gradient and stay the same for ever. */
final class SymmetryRules {

    private SymmetryRules() {}

    /** The output layer may start at 0: its units differ by their labels. */
    static List<Finding> symmetric(RuleContext run) {
        return run.first().stream()
                .flatMap(seen -> run.structure().layers().stream()
                        .filter(layer -> layer.role() == Role.WEIGHTS && feedsOn(run, layer))
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
                        above -> above.role() == Role.WEIGHTS
                                || above.role() == Role.UNKNOWN
                                || above.role() == Role.OUTPUT)
                .stream()
                .anyMatch(above -> !above.kind().endsWith("LossLayer"));
    }

    private static boolean identical(RuleContext run, Observation seen, LayerFacts layer) {
        int same = seen.layer(layer.name()).identicalUnits();
        int units = seen.measured(layer.name()).map(l -> l.units()).orElse(0);
        return same >= 2 && same >= run.limit(Limit.IDENTICAL_SHARE) * units;
    }

    private static Finding finding(RuleContext run, Observation seen, LayerFacts layer) {
        int same = seen.layer(layer.name()).identicalUnits();
        int units = seen.measured(layer.name()).orElseThrow().units();
        Advice advice = new Advice(
                "the weights were set to a constant (here of rms "
                        + EvidenceText.text(WeightScale.rms(seen, layer.name()))
                        + "): the units get the same gradient and stay the same",
                layer.name() + ": draw the weights at random, std "
                        + EvidenceText.text(WeightScale.recommended(
                                seen, layer.name(), run.structure().nonlinearityOf(layer))),
                Remedy.breakSymmetry(
                        layer.name(),
                        WeightScale.recommended(
                                seen, layer.name(), run.structure().nonlinearityOf(layer))));
        return run.finding(
                Rule.SYMMETRIC_UNITS,
                layer.name(),
                seen.iteration(),
                same + " of " + units + " units have the same weights, limit "
                        + EvidenceText.percent(run.limit(Limit.IDENTICAL_SHARE)),
                advice,
                Limit.IDENTICAL_SHARE);
    }
}
