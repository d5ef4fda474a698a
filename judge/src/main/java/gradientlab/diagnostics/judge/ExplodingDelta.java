package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Optional;

/** δ on its way down: what a layer multiplies grows for all below. */
final class ExplodingDelta extends RuleCheck {

    ExplodingDelta() {
        super(Severity.FAULT, Limit.EXPLODING_RATIO, Limit.EXPLODING_RATIO_STEEP, Limit.EXPLODING_PER_LAYER);
    }

    /** At the first observation that shows it. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.observations().stream()
                .flatMap(seen -> GradientPath.of(run, seen).stream()
                        .filter(path -> explodes(run, path))
                        .map(path -> finding(run, seen, path)))
                .limit(1)
                .toList();
    }

    private static boolean explodes(RuleContext run, GradientPath path) {
        boolean steep = path.ratio() > run.limit(Limit.EXPLODING_RATIO_STEEP)
                && path.perLayer() > run.limit(Limit.EXPLODING_PER_LAYER);
        return path.ratio() > run.limit(Limit.EXPLODING_RATIO) || steep;
    }

    private static Finding finding(RuleContext run, Observation seen, GradientPath path) {
        int at = path.steepest(false, 0);
        LayerFacts above = path.links().get(at + 1).layer();
        Advice advice = why(run, seen, above);
        return run.finding(
                Rule.EXPLODING_DELTA,
                above.name(),
                seen.iteration(),
                path.evidence(
                        "exploding-delta.evidence",
                        at,
                        EvidenceText.text(run.limit(Limit.EXPLODING_RATIO)),
                        EvidenceText.text(run.limit(Limit.EXPLODING_RATIO_STEEP)),
                        EvidenceText.text(run.limit(Limit.EXPLODING_PER_LAYER))),
                advice,
                path.ratio() > run.limit(Limit.EXPLODING_RATIO) ? Limit.EXPLODING_RATIO : Limit.EXPLODING_PER_LAYER);
    }

    /** The weights where they were drawn too wide; otherwise what the steps say. */
    private static Advice why(RuleContext run, Observation seen, LayerFacts above) {
        if (run.found(Rule.INPUT_NOT_SCALED)) {
            return InputNotScaled.advice(run);
        }
        Optional<Advice> grows = GrowingNonlinearity.of(run, seen);
        if (grows.isPresent()) {
            return grows.get();
        }
        Observation first = run.observations().get(0);
        ActivationFunction f = run.structure().nonlinearityOf(above);
        return WeightScale.tooWide(first, above.name(), f)
                ? WeightScale.narrower(run, first, above.name())
                : TrainingCause.of(run, seen);
    }
}
