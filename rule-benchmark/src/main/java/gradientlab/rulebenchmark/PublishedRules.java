package gradientlab.rulebenchmark;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A set of published rules, each of which speaks for itself. */
record PublishedRules(String name, List<PublishedRule> rules) implements RuleSet {

    @Override
    public Set<FaultClass> named(RunTrace trace) {
        Set<FaultClass> named = EnumSet.noneOf(FaultClass.class);
        for (PublishedRule rule : rules) {
            if (rule.fires().test(trace)) {
                named.addAll(rule.claims());
            }
        }
        return named;
    }

    /** The same set without one rule. */
    PublishedRules without(String rule) {
        return new PublishedRules(
                name + " without " + rule,
                rules.stream().filter(each -> !each.name().equals(rule)).toList());
    }

    /** The rule of a name. */
    PublishedRule rule(String wanted) {
        return rules.stream()
                .filter(rule -> rule.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no rule " + wanted));
    }
}
