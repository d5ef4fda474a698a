package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Applies every rule to a history: the same history and limits give the same findings.
 *
 * <p>Findings form a causal order, {@link CausalStage}. Faults that are seen directly, such as features that are not scaled, stay
 * faults; what goes wrong because of them is {@link Severity#ALSO_SEEN}. Where nothing but symptoms is seen, the one that
 * blames the earliest stage stays a fault and the others are folded beneath it.
 */
public final class Judge {

    private static final Set<Rule> HARMLESS_IF_WELL = EnumSet.of(
            Rule.HIDDEN_SATURATION,
            Rule.DEAD_UNITS,
            Rule.STEP_KILLED_UNITS,
            Rule.VANISHING_DELTA,
            Rule.EXPLODING_DELTA);

    /** Harmless as well, unless weights are the cause: those learn better when they are drawn anew. */
    private static final Set<Rule> WIDE_START = EnumSet.of(Rule.INITIAL_LOSS_TOO_HIGH, Rule.OUTPUT_TOO_WIDE);

    private Judge() {}

    /** All findings with the limits of this project, as {@link #judge(History, Limits)} orders them. */
    public static List<Finding> judge(History history) {
        return judge(history, Limits.DEFAULT);
    }

    /** Causes, the first of which is the headline; what they explain; hints. Empty when nothing is wrong. */
    public static List<Finding> judge(History history, Limits limits) {
        RuleContext run = new RuleContext(history, limits);
        List<Finding> found = Arrays.stream(Rule.values())
                .flatMap(rule -> run.findings(rule).stream())
                .map(finding -> harmless(run, finding) ? finding.with(Severity.HINT) : finding)
                .toList();
        List<Finding> faults = found.stream()
                .filter(finding -> finding.severity() == Severity.FAULT && !puzzle(run, finding))
                .sorted(Comparator.comparing(
                                (Finding finding) -> unexplainedStart(finding) && TrainingCause.startIsGone(run))
                        .thenComparing(CausalStage::of)
                        .thenComparing(Judge::symptom)
                        // Wide pre-activations say less than a nonlinearity that is flat in every layer.
                        .thenComparing(finding -> finding.change().kind() == Remedy.Kind.ADD_NORMALISATION))
                .toList();
        List<Finding> judged = new ArrayList<>();
        for (Finding finding : found) {
            if (finding.severity() == Severity.FAULT && !faults.contains(finding)) {
                judged.add(finding.with(faults.isEmpty() ? Severity.HINT : Severity.ALSO_SEEN));
            } else if (finding.severity() == Severity.HINT) {
                judged.add(finding);
            }
        }
        for (int i = faults.size() - 1; i >= 0; i--) {
            Finding fault = faults.get(i);
            judged.add(0, i > 0 && symptom(fault) ? fault.with(Severity.ALSO_SEEN) : fault);
        }
        judged.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(judged);
    }

    /** What is unusual inside a network that learns well all the same is worth knowing, no more. */
    private static boolean harmless(RuleContext run, Finding finding) {
        boolean weights = finding.wording().cause().key().contains("weights-too-wide");
        return run.learning().well()
                && (HARMLESS_IF_WELL.contains(finding.rule()) || WIDE_START.contains(finding.rule()) && !weights);
    }

    /** A symptom that nobody can explain: a fault only where the run goes nowhere. */
    private static boolean puzzle(RuleContext run, Finding finding) {
        Learning learning = run.learning();
        boolean lost = learning.diverged() || learning.end() > run.shared(Limit.STUCK_SHARE) * learning.reference();
        boolean vague = finding.change().kind() == Remedy.Kind.OTHER || unexplainedStart(finding);
        return symptom(finding) && vague && !lost;
    }

    /** Logits that are wide though no weights are. */
    private static boolean unexplainedStart(Finding finding) {
        return finding.wording().cause().key().equals("output-input-too-wide.cause");
    }

    private static boolean symptom(Finding finding) {
        return finding.rule().stage() == CausalStage.SYMPTOM;
    }
}
