package gradientlab.rulebenchmark;

import java.util.List;

/** The published sets of rules, each with its published thresholds. */
public final class PublishedRuleSets {

    /**
     * All of them. SageMaker's stands there twice: LossNotDecreasing compares single batches ten steps apart, which was
     * meant for losses saved every 500 steps and fires in almost any short run.
     */
    public static final List<RuleSet> RULE_SETS = List.of(
            SageMaker.RULES,
            SageMaker.RULES.without("LossNotDecreasing"),
            new AutoTrainer(),
            Umlaut.RULES,
            Dl4jAdvice.RULES);

    private PublishedRuleSets() {}
}
