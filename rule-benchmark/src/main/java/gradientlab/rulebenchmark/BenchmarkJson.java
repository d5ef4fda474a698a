package gradientlab.rulebenchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result as the JSON file has it: top figures of a set of rules are those of the scoring half, by the right name.
 *
 * @param dataset the name of the data set
 * @param runCount runs trained
 * @param labels how many runs have each label
 * @param suffering the margins of the label check
 * @param ruleSets by name
 * @param runs every run
 */
public record BenchmarkJson(
        String dataset,
        int runCount,
        Map<Label, Long> labels,
        LabelCheck suffering,
        Map<String, RuleSetJson> ruleSets,
        List<RunJson> runs) {

    /** One set of rules. */
    public record RuleSetJson(
            double precision,
            double recall,
            double f1,
            double falseAlarmRate,
            Map<String, FaultScore> faults,
            Score scoring,
            Score tuning) {

        static RuleSetJson of(Score scoring, Score tuning) {
            Rates rates = scoring.diagnosis();
            return new RuleSetJson(
                    rates.precision(),
                    rates.recall(),
                    rates.f1(),
                    scoring.falseAlarmRate(),
                    scoring.faults(),
                    scoring,
                    tuning);
        }
    }

    /** One run; fault is "none" for a healthy one. */
    public record RunJson(
            String id, Half half, String fault, Label label, RunEnd outcome, Map<String, RuleSetVerdict> verdicts) {

        static RunJson of(JudgedRun run) {
            String fault = run.run().healthy() ? "none" : run.run().fault().name();
            return new RunJson(run.run().id(), run.run().half(), fault, run.label(), run.outcome(), run.verdicts());
        }
    }

    /** The JSON form of a result, to be written by {@link gradientlab.lab.run.Json#write}. */
    public static BenchmarkJson of(BenchmarkResult result) {
        Map<String, RuleSetJson> ruleSets = new LinkedHashMap<>();
        for (String rules : result.ruleSets()) {
            ruleSets.put(rules, RuleSetJson.of(result.score(rules, Half.SCORING), result.score(rules, Half.TUNING)));
        }
        return new BenchmarkJson(
                result.dataset(),
                result.runs().size(),
                result.labels(),
                result.suffering(),
                ruleSets,
                result.runs().stream().map(RunJson::of).toList());
    }
}
