package gradientlab.rulebenchmark.cases;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.rulebenchmark.PublishedRuleSets;
import gradientlab.rulebenchmark.RuleSet;
import gradientlab.rulebenchmark.RunTrace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each set of rules says of a run, in the vocabulary of the published cases. */
public final class CaseJudge {

    /** Our rules, all that they say of the whole run. */
    public static final String OWN = "Gradient Lab";

    /** Our rules, the headline alone: what a user reads first. */
    public static final String OWN_FIRST = "Gradient Lab, first finding";

    private CaseJudge() {}

    /** The names by rule set; an empty set is no alarm. */
    static Map<String, Set<String>> of(RunTrace trace, List<Finding> findings) {
        Map<String, Set<String>> said = new LinkedHashMap<>();
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAULT)
                .toList();
        said.put(OWN_FIRST, faults.isEmpty() ? Set.of() : CaseNames.of(faults.get(0)));
        Set<String> all = new LinkedHashSet<>();
        findings.stream()
                .filter(finding -> finding.severity() != Severity.HINT)
                .forEach(finding -> all.addAll(CaseNames.of(finding)));
        said.put(OWN, all);
        for (RuleSet rules : PublishedRuleSets.RULE_SETS) {
            said.put(rules.name(), CaseNames.of(rules.named(trace)));
        }
        return said;
    }
}
