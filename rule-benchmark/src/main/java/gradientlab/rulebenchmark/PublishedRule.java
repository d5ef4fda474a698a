package gradientlab.rulebenchmark;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One published rule.
 *
 * @param name as published
 * @param claims what its alarm says is wrong
 * @param fires whether it raises the alarm
 */
record PublishedRule(String name, Set<FaultClass> claims, Predicate<RunTrace> fires) {

    static PublishedRule rule(String name, Predicate<RunTrace> fires, FaultClass... claims) {
        return new PublishedRule(name, Set.copyOf(Arrays.asList(claims)), fires);
    }

    /** A rule that looks at one sample at a time and fires if it fires on any. */
    static PublishedRule onSamples(String name, Predicate<StepSample> fires, FaultClass... claims) {
        return rule(name, trace -> trace.samples().stream().anyMatch(fires), claims);
    }
}
