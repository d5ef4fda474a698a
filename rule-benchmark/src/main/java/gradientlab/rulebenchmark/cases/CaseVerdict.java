package gradientlab.rulebenchmark.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One judged run: a faulty program, or a healthy or fixed one.
 *
 * @param id of the case; of a fixed twin with "+fix"
 * @param seed of parameters and order
 * @param faulty whether a fault is to be named
 * @param cause names any of which is a full hit
 * @param symptom names that count in a lenient score
 * @param main names of the first fault
 * @param metric held out
 * @param named what each rule set said
 * @param findings the lines that our listener reported
 */
public record CaseVerdict(
        String id,
        long seed,
        boolean faulty,
        Set<String> cause,
        Set<String> symptom,
        Set<String> main,
        double metric,
        Map<String, Set<String>> named,
        List<String> findings) {

    /** Whether a set of rules said anything. */
    public boolean alarm(String rules) {
        return !named.get(rules).isEmpty();
    }

    /** Whether a set of rules said one of these names. */
    public boolean hits(String rules, Set<String> right) {
        return named.get(rules).stream().anyMatch(right::contains);
    }
}
