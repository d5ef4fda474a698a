package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.LayerSnapshot;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** δ on its way down: what is lost in one layer is lost for all below. */
final class VanishingDelta extends RuleCheck {

    VanishingDelta() {
        super(Severity.FAULT, Limit.VANISHING_RATIO, Limit.SATURATED_SHARE);
    }

    /** At the first observation that shows it. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.observations().stream()
                .flatMap(seen -> GradientPath.of(run, seen).stream()
                        .filter(path -> path.ratio() < run.limit(Limit.VANISHING_RATIO))
                        .map(path -> finding(run, seen, path)))
                .limit(1)
                .toList();
    }

    /** Of nonlinearity and weights the one that takes more is the cause. */
    private static Finding finding(RuleContext run, Observation seen, GradientPath path) {
        int at = worst(run, seen, path);
        LayerFacts below = path.links().get(at).layer();
        LayerFacts above = path.links().get(at + 1).layer();
        double byWeights = Math.sqrt(WeightScale.fanIn(seen, above.name())) * WeightScale.rms(seen, above.name());
        boolean slope = path.factor(at) / byWeights < byWeights;
        return run.finding(
                Rule.VANISHING_DELTA,
                (slope ? below : above).name(),
                seen.iteration(),
                path.evidence("vanishing-delta.evidence", at, EvidenceText.text(run.limit(Limit.VANISHING_RATIO))),
                advice(run, seen, slope, below, above),
                Limit.VANISHING_RATIO);
    }

    /** The steepest link; not that of a saturated lowest layer where those above it are enough to make δ vanish. */
    private static int worst(RuleContext run, Observation seen, GradientPath path) {
        boolean enough = path.links().size() > 2 && path.ratio() / path.factor(0) < run.limit(Limit.VANISHING_RATIO);
        boolean saturated =
                HiddenSaturation.saturated(run, seen, where(run, path.lowest().layer()));
        return path.steepest(true, enough && saturated ? 1 : 0);
    }

    private static Advice advice(RuleContext run, Observation seen, boolean slope, LayerFacts below, LayerFacts above) {
        if (slope) {
            return flat(run, seen, below);
        }
        ActivationFunction f = run.structure().nonlinearityOf(above);
        boolean drawn = WeightScale.tooNarrow(run.observations().get(0), above.name(), f);
        if (drawn && WeightScale.tooNarrow(seen, above.name(), f)) {
            return run.found(Rule.OVER_REGULARISED) && !run.isFirst(seen)
                    ? Advice.of(run.findings(Rule.OVER_REGULARISED).get(0))
                    : narrow(run, seen, above);
        }
        return TrainingCause.of(run, seen);
    }

    private static Advice flat(RuleContext run, Observation seen, LayerFacts layer) {
        LayerFacts where = where(run, layer);
        if (HiddenSaturation.saturated(run, seen, where)) {
            return SaturationCause.of(run, seen, where);
        }
        ActivationFunction f = run.structure().nonlinearityOf(layer);
        List<String> others = run.structure().layers().stream()
                .filter(each -> each.role() != Role.OUTPUT && each.nonlinearity() == f)
                .map(LayerFacts::name)
                .filter(name -> !name.equals(layer.name()))
                .toList();
        ActivationFunction other = f == ActivationFunction.RELU ? ActivationFunction.TANH : ActivationFunction.RELU;
        return new Advice(
                Message.of("small-slope.cause", f.toString(), layer.name()),
                others.isEmpty()
                        ? Message.of("small-slope.remedy", layer.name(), f.toString(), other.toString())
                        : Message.of(
                                "small-slope.remedy.several",
                                layer.name(),
                                f.toString(),
                                WeightScale.list(others),
                                other.toString()),
                Remedy.changeActivation(layer.name(), other)
                        .with(others.stream()
                                .map(name -> Remedy.changeActivation(name, other))
                                .toList()));
    }

    /** The layer with the nonlinearity that follows weights. */
    private static LayerFacts where(RuleContext run, LayerFacts weights) {
        return run.structure().layers().stream()
                .filter(layer -> layer.unitRules()
                        && run.structure()
                                .weightsOf(layer)
                                .filter(weights::equals)
                                .isPresent())
                .findFirst()
                .orElse(weights);
    }

    private static Advice narrow(RuleContext run, Observation seen, LayerFacts layer) {
        String name = layer.name();
        int units = seen.measured(name).map(LayerSnapshot::units).orElseThrow();
        if (2 * seen.layer(name).identicalUnits() > units) {
            return SymmetricUnits.advice(Message.of("vanishing-delta.cause.constant", name), run, seen, layer);
        }
        List<String> others = run.structure().layers().stream()
                .filter(each -> each.hiddenWeights() && !each.equals(layer))
                .filter(each ->
                        WeightScale.tooNarrow(seen, each.name(), run.structure().nonlinearityOf(each)))
                .map(LayerFacts::name)
                .toList();
        Message cause = others.isEmpty()
                ? Message.of("vanishing-delta.cause.narrow", name)
                : Message.of("vanishing-delta.cause.narrow.several", name, WeightScale.list(others));
        return WeightScale.scale(cause, run, seen, name, others);
    }
}
