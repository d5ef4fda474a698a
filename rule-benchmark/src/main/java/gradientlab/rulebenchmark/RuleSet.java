package gradientlab.rulebenchmark;

import java.util.Set;

/** A set of rules under test. */
public interface RuleSet {

    /** Its name in the table. */
    String name();

    /** The kinds of trouble it names, given all that was recorded. */
    Set<FaultClass> named(RunTrace trace);

    /** Its verdict: a rule speaks before step 0 if the network as initialised and its first batch are enough for it. */
    default RuleSetVerdict judge(RunTrace trace) {
        return new RuleSetVerdict(named(trace), named(trace.beforeStep0()));
    }
}
