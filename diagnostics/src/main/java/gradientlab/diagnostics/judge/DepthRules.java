package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Nonlinearity;
import java.util.List;
import java.util.Optional;

/** δ on its way down: what is lost in one layer is lost for all below. */
final class DepthRules {

    private DepthRules() {}

    /** At the first observation that shows it. */
    static List<Finding> vanishing(RuleContext run) {
        for (Observation seen : run.observations()) {
            Optional<GradientPath> chain = GradientPath.of(run, seen);
            if (chain.isPresent() && chain.get().ratio() < run.limit(Limit.VANISHING_RATIO)) {
                return List.of(vanishing(run, seen, chain.get()));
            }
        }
        return List.of();
    }

    /** At the first observation that shows it. */
    static List<Finding> exploding(RuleContext run) {
        for (Observation seen : run.observations()) {
            Optional<GradientPath> chain = GradientPath.of(run, seen).filter(c -> explodes(run.limits(), c));
            if (chain.isPresent()) {
                return List.of(exploding(run, seen, chain.get()));
            }
        }
        return List.of();
    }

    private static boolean explodes(Limits limits, GradientPath chain) {
        boolean steep = chain.ratio() > limits.get(Limit.EXPLODING_RATIO_STEEP)
                && chain.perLayer() > limits.get(Limit.EXPLODING_PER_LAYER);
        return chain.ratio() > limits.get(Limit.EXPLODING_RATIO) || steep;
    }

    /** Of nonlinearity and weights the one that takes more is to blame. */
    private static Finding vanishing(RuleContext run, Observation seen, GradientPath chain) {
        int at = chain.steepest(true);
        LayerFacts below = chain.links().get(at).layer();
        LayerFacts above = chain.links().get(at + 1).layer();
        double byWeights = Math.sqrt(WeightScale.fanIn(seen, above.name())) * WeightScale.rms(seen, above.name());
        boolean slope = chain.factor(at) / byWeights < byWeights;
        LayerFacts named = slope ? below : above;
        return run.finding(
                Rule.VANISHING_DELTA,
                named.name(),
                seen.iteration(),
                words(chain, at, "falls") + ", limit " + EvidenceText.text(run.limit(Limit.VANISHING_RATIO)),
                slope ? flat(run, seen, below) : narrow(run, seen, above),
                Limit.VANISHING_RATIO);
    }

    private static Finding exploding(RuleContext run, Observation seen, GradientPath chain) {
        int at = chain.steepest(false);
        LayerFacts above = chain.links().get(at + 1).layer();
        Advice advice = run.isFirst(seen)
                ? WeightScale.scale(
                        "the weights of " + above.name() + " are too wide: they multiply the gradient",
                        seen,
                        above.name(),
                        run.structure().nonlinearityOf(above))
                : Advice.LOWER_RATE;
        return run.finding(
                Rule.EXPLODING_DELTA,
                above.name(),
                seen.iteration(),
                words(chain, at, "grows") + ", limit "
                        + EvidenceText.text(run.limit(Limit.EXPLODING_RATIO)) + ", or "
                        + EvidenceText.text(run.limit(Limit.EXPLODING_RATIO_STEEP)) + " at more than "
                        + EvidenceText.text(run.limit(Limit.EXPLODING_PER_LAYER)) + " per layer",
                advice,
                chain.ratio() > run.limit(Limit.EXPLODING_RATIO) ? Limit.EXPLODING_RATIO : Limit.EXPLODING_PER_LAYER);
    }

    private static String words(GradientPath chain, int at, String verb) {
        return "the norm of delta " + verb + " by a factor of "
                + EvidenceText.text(chain.ratio()) + " from "
                + chain.highest().layer().name() + " down to "
                + chain.lowest().layer().name() + " (" + EvidenceText.text(chain.perLayer())
                + " per layer), most of all by " + EvidenceText.text(chain.factor(at)) + " from "
                + chain.links().get(at + 1).layer().name() + " to "
                + chain.links().get(at).layer().name();
    }

    private static Advice flat(RuleContext run, Observation seen, LayerFacts layer) {
        Nonlinearity f = run.structure().nonlinearityOf(layer);
        LayerFacts where = run.structure().layers().stream()
                .filter(l -> l.unitRules()
                        && run.structure().weightsOf(l).filter(layer::equals).isPresent())
                .findFirst()
                .orElse(layer);
        if (SaturationRule.share(seen, where) > run.limit(Limit.SATURATED_SHARE)) {
            return SaturationCause.flat(run, seen, where);
        }
        return new Advice(
                "the slope of " + f + " in " + layer.name() + " is small where its z lie",
                layer.name() + ": use tanh or a rectifier instead of " + f + ", or a batch norm before it",
                Remedy.changeActivation(layer.name(), f == Nonlinearity.RELU ? Nonlinearity.TANH : Nonlinearity.RELU));
    }

    private static Advice narrow(RuleContext run, Observation seen, LayerFacts layer) {
        String name = layer.name();
        if (2 * seen.layer(name).identicalUnits()
                > seen.measured(name).orElseThrow().units()) {
            return new Advice(
                    "the weights of " + name + " were set to a constant",
                    name + ": draw the weights at random",
                    Remedy.breakSymmetry(
                            name,
                            WeightScale.recommended(seen, name, run.structure().nonlinearityOf(layer))));
        }
        return WeightScale.scale(
                "the weights of " + name + " are too narrow: they take the gradient away",
                seen,
                name,
                run.structure().nonlinearityOf(layer));
    }
}
