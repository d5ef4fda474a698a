package gradientlab.rulebenchmark;

import java.util.Map;

/**
 * A run that was trained, labelled and judged.
 *
 * @param run the run
 * @param outcome how it ended
 * @param label whether it may be scored
 * @param verdicts what each set of rules says, by its name
 */
public record JudgedRun(LabelledRun run, RunEnd outcome, Label label, Map<String, RuleSetVerdict> verdicts) {

    public JudgedRun {
        verdicts = Map.copyOf(verdicts);
    }

    /** Whether a set of rules names this run's fault rightly at any time. */
    boolean namedBy(String rules) {
        return verdicts.get(rules).named().stream().anyMatch(run.fault().names()::contains);
    }

    /** Whether it does so before the first update. */
    boolean namedBeforeStep0By(String rules) {
        return verdicts.get(rules).namedBeforeStep0().stream()
                .anyMatch(run.fault().names()::contains);
    }

    /** Whether a set of rules names anything at all. */
    boolean alarmBy(String rules) {
        return verdicts.get(rules).alarm();
    }
}
