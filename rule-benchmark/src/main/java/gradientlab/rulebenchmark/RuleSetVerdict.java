package gradientlab.rulebenchmark;

import java.util.Set;

/**
 * What a set of rules says of one run.
 *
 * @param named the kinds of trouble it names at any time; empty for a run it takes for healthy
 * @param namedBeforeStep0 those it names from the network as initialised and its first batch, before any update
 */
public record RuleSetVerdict(Set<FaultClass> named, Set<FaultClass> namedBeforeStep0) {

    public RuleSetVerdict {
        named = Set.copyOf(named);
        namedBeforeStep0 = Set.copyOf(namedBeforeStep0);
    }

    /** Whether anything is named. */
    public boolean alarm() {
        return !named.isEmpty();
    }
}
