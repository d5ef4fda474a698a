package gradientlab.diagnostics.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Causes that other findings explain better, and the rule that needs company. */
final class CombinedRules {

    private CombinedRules() {}

    /** The advice of whatever else is wrong; without anything, the size of the updates decides. */
    static Advice whyNotFalling(RuleContext run) {
        Stream<Function<RuleContext, List<Finding>>> causes = Stream.of(
                InputRules::notScaled,
                SymmetryRules::symmetric,
                DeadUnitRules::killed,
                DeadUnitRules::dead,
                DepthRules::vanishing,
                DepthRules::exploding,
                SaturationRule::saturated,
                BatchNormRules::batchOfOne);
        Optional<Finding> known =
                causes.flatMap(rule -> rule.apply(run).stream()).findFirst();
        return known.map(finding -> new Advice(finding.cause(), finding.remedy(), finding.change()))
                .orElseGet(() -> byUpdates(run));
    }

    /**
     * The update:parameter ratio of some weights out of range, together with a loss that shows it.
     *
     * <p>Never alone: the lecture's broken network passes it, and healthy ones leave it for a while.
     */
    static List<Finding> updateRatio(RuleContext run) {
        boolean notFalling = !LossRules.notFalling(run).isEmpty();
        boolean wild = !LossRules.oscillating(run).isEmpty()
                || !DeadUnitRules.killed(run).isEmpty()
                || !StructureRules.nonFinite(run).isEmpty();
        List<Ratio> ratios = run.observations().stream()
                .flatMap(seen -> Ratio.of(seen).stream())
                .toList();
        Optional<Ratio> high = ratios.stream()
                .filter(ratio -> ratio.log10() > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH))
                .findFirst();
        boolean allLow = !ratios.isEmpty()
                && ratios.stream().allMatch(ratio -> ratio.log10() < run.limit(Limit.LOG10_UPDATE_RATIO_LOW));
        if ((notFalling || wild) && high.isPresent()) {
            return List.of(finding(run, high.get(), run.limit(Limit.LOG10_UPDATE_RATIO_HIGH), Advice.LOWER_RATE));
        }
        return notFalling && allLow
                ? List.of(finding(run, ratios.get(0), run.limit(Limit.LOG10_UPDATE_RATIO_LOW), Advice.RAISE_RATE))
                : List.of();
    }

    private static Finding finding(RuleContext run, Ratio ratio, double limit, Advice advice) {
        boolean high = limit == run.limit(Limit.LOG10_UPDATE_RATIO_HIGH);
        return run.finding(
                Rule.UPDATE_RATIO,
                ratio.layer(),
                ratio.iteration(),
                "update:parameter ratio of " + ratio.parameter() + " 10^" + EvidenceText.text(ratio.log10())
                        + ", limit 10^" + EvidenceText.text(limit) + ", and the loss shows it",
                advice,
                high ? Limit.LOG10_UPDATE_RATIO_HIGH : Limit.LOG10_UPDATE_RATIO_LOW);
    }

    private static Advice byUpdates(RuleContext run) {
        double ratio = EvidenceText.median(run.history().updateRatios().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        if (ratio < run.limit(Limit.LOG10_UPDATE_RATIO_LOW)) {
            return Advice.RAISE_RATE;
        }
        return ratio > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH)
                ? Advice.LOWER_RATE
                : new Advice(
                        "nothing that is measured explains it: the labels may not follow from the features",
                        "check the labels, then try learning rates 10 times higher and lower",
                        Remedy.CHECK_DATA);
    }

    /** The ratio of one weight tensor in one observation. */
    private record Ratio(String layer, int iteration, String parameter, double log10) {

        /** Biases start at 0 and say nothing; −∞ is no update at all, as where the gradient is exactly 0. */
        static List<Ratio> of(Observation seen) {
            return seen.snapshot().layers().stream()
                    .flatMap(layer -> layer.parameters().stream()
                            .filter(p -> p.name().equals("W") && !Double.isNaN(p.log10UpdateRatio()))
                            .map(p -> new Ratio(layer.name(), seen.iteration(), p.key(), p.log10UpdateRatio())))
                    .toList();
        }
    }
}
