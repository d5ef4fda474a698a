package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import java.util.List;

/** A hidden layer of a single unit, through which everything has to pass. */
final class Bottleneck extends RuleCheck {

    private static final String SOURCE = "Cover and Thomas 2006, Elements of information theory, section 2.8:"
            + " what follows a layer knows no more of the input than the layer";

    Bottleneck() {
        super(Severity.FAULT);
    }

    /** Only in a run that does not learn; of more than two classes one number tells some apart, so that less is asked. */
    @Override
    List<Finding> findings(RuleContext run) {
        Learning learning = run.learning();
        boolean classes = run.history().training().outputs().stream().anyMatch(output -> output.units() > 2);
        boolean harm = learning.judged() && !(classes ? learning.below(Learning.MOST) : learning.well());
        return run.first().stream()
                .flatMap(seen -> run.structure().layers().stream()
                        .filter(layer -> harm && narrow(run, seen, layer))
                        .map(layer -> finding(run, seen, layer)))
                .toList();
    }

    private static boolean narrow(RuleContext run, Observation seen, LayerFacts layer) {
        return layer.role() == Role.WEIGHTS
                && units(seen, layer) == 1
                && WeightScale.fanIn(seen, layer.name()) > 1
                && alone(run, layer)
                && run.structure().nextAbove(layer.name(), above -> WeightScale.has(run, above)).stream()
                        .findAny()
                        .isPresent();
    }

    /** Whether nothing else feeds what it feeds: no shortcut goes past it. */
    private static boolean alone(RuleContext run, LayerFacts layer) {
        return run.structure().consumers(layer.name()).stream()
                .allMatch(above -> above.inputs().size() == 1);
    }

    private static int units(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::units).orElse(0);
    }

    private static Finding finding(RuleContext run, Observation seen, LayerFacts layer) {
        return run.finding(
                Rule.BOTTLENECK,
                layer.name(),
                -1,
                seen.iteration(),
                Message.of(
                        "bottleneck.evidence",
                        layer.name(),
                        EvidenceText.text(run.learning().end()),
                        EvidenceText.text(run.learning().reference())),
                new Advice(Message.of("bottleneck.cause"), Message.of("bottleneck.remedy", layer.name()), Remedy.OTHER),
                SOURCE);
    }
}
