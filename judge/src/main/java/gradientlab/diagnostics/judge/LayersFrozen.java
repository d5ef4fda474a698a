package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.LayerTraining;
import java.util.List;

/** Layers that are not trained, or next to nothing by a rate of their own, though they never were or the network does not learn. */
final class LayersFrozen extends RuleCheck {

    private static final String SOURCE = "Yosinski et al. 2014, How transferable are features in deep neural networks?,"
            + " section 4.3: random frozen layers lose most of the accuracy";

    private static final double SLOW = 1e-3;

    LayersFrozen() {
        super(Severity.FAULT);
    }

    /** Whether its learning rate is a thousandth of that of another layer with the same updater, or less. */
    private static boolean slow(LayerTraining layer, List<LayerTraining> all) {
        return all.stream()
                .anyMatch(other -> other.updater().kind().equals(layer.updater().kind())
                        && Math.abs(layer.updater().rate())
                                <= SLOW * other.updater().rate());
    }

    /** Whether its bias is exactly 0, as it is drawn and as no training leaves it. */
    private static boolean asDrawn(RuleContext run, LayerTraining layer) {
        return run.first()
                .flatMap(seen -> RuleContext.parameter(seen, layer.name(), "b"))
                .map(bias -> Arithmetic.rms(bias.values().statistics()) == 0)
                .orElse(false);
    }

    /** Not of a network that was trained before: there freezing is meant, as it may be where most is learnt all the same. */
    @Override
    List<Finding> findings(RuleContext run) {
        List<LayerTraining> learning = run.history().training().layers().stream()
                .filter(layer -> layer.parameters() > 0)
                .toList();
        List<LayerTraining> frozen = learning.stream()
                .filter(layer -> layer.frozen() || slow(layer, learning))
                .toList();
        boolean harm = run.learning().judged() && !run.learning().well();
        boolean asDrawn = frozen.stream().anyMatch(layer -> asDrawn(run, layer));
        if (!(harm || asDrawn) || frozen.isEmpty() || run.history().training().pretrained()) {
            return List.of();
        }
        Finding finding = run.finding(
                Rule.LAYERS_FROZEN,
                frozen.get(0).name(),
                -1,
                run.start(),
                Message.of(
                        "layers-frozen.evidence",
                        String.valueOf(frozen.size()),
                        String.valueOf(learning.size()),
                        EvidenceText.text(run.learning().end()),
                        EvidenceText.text(run.learning().reference())),
                new Advice(
                        Message.of(frozen.get(0).frozen() ? "layers-frozen.cause" : "layers-frozen.cause.slow"),
                        Message.of(
                                frozen.get(0).frozen() ? "layers-frozen.remedy" : "layers-frozen.remedy.slow",
                                frozen.get(0).name()),
                        Remedy.unfreeze(frozen.get(0).name())),
                SOURCE);
        return List.of(run.learning().below(Learning.MOST) ? finding.with(Severity.HINT) : finding);
    }
}
