package gradientlab.rulebenchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the benchmark found.
 *
 * @param dataset the name of the data set
 * @param suffering the margins by which labels were checked
 * @param runs every run, in the order of the suite
 * @param ruleSets the names of the sets of rules, in their order
 */
public record BenchmarkResult(String dataset, LabelCheck suffering, List<JudgedRun> runs, List<String> ruleSets) {

    public BenchmarkResult {
        runs = List.copyOf(runs);
        ruleSets = List.copyOf(ruleSets);
    }

    /** The score of a set of rules on one half. */
    public Score score(String rules, Half half) {
        return Score.of(
                rules, runs.stream().filter(run -> run.run().half() == half).toList());
    }

    /** How many runs have each label. */
    public Map<Label, Long> labels() {
        Map<Label, Long> counts = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            counts.put(label, runs.stream().filter(run -> run.label() == label).count());
        }
        return counts;
    }
}
