package gradientlab.rulebenchmark;

import gradientlab.lab.OffHeap;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Trains the suite and lets sets of rules judge every run. */
public final class RuleBenchmark {

    private record Finished(LabelledRun run, RunEnd outcome, Map<String, RuleSetVerdict> verdicts) {}

    /** Ours and the published ones. */
    static final List<RuleSet> RULE_SETS = Stream.concat(
                    Stream.of(OwnRules.DEFAULT), PublishedRuleSets.RULE_SETS.stream())
            .toList();

    private RuleBenchmark() {}

    /**
     * Runs the whole benchmark with all sets of rules.
     *
     * @param quick one run per fault and half instead of all
     * @param workers how many networks train at the same time; the result does not depend on it
     * @throws gradientlab.lab.run.Interruption.Interrupted if the watch asks to stop
     */
    public static BenchmarkResult run(MnistDataset data, boolean quick, int workers, Watch watch) {
        return run(data, quick ? Suite.quick() : Suite.full(), RULE_SETS, workers, watch);
    }

    /** The same for any suite and any sets of rules; traces are judged when their run ends and not kept. */
    static BenchmarkResult run(MnistDataset data, Suite suite, List<RuleSet> ruleSets, int workers, Watch watch) {
        List<Finished> finished;
        try (Progress.Task task =
                watch.progress().begin("rule benchmark", suite.runs().size())) {
            finished = ParallelMap.map(suite.runs(), workers, run -> {
                Finished result = finished(run, data, ruleSets, watch.interruption());
                OffHeap.tidy();
                task.step();
                return result;
            });
        }
        return labelled(
                data.name(), finished, ruleSets.stream().map(RuleSet::name).toList());
    }

    private static Finished finished(
            LabelledRun run, MnistDataset data, List<RuleSet> ruleSets, Interruption interruption) {
        try {
            RunTrace trace = TracedTraining.of(run, data, interruption);
            Map<String, RuleSetVerdict> verdicts = new LinkedHashMap<>();
            ruleSets.forEach(rules -> verdicts.put(rules.name(), rules.judge(trace)));
            return new Finished(run, RunEnd.of(trace), verdicts);
        } catch (Interruption.Interrupted stop) {
            throw stop;
        } catch (RuntimeException e) {
            throw new IllegalStateException("The run " + run.id() + " failed: " + e.getMessage(), e);
        }
    }

    private static BenchmarkResult labelled(String dataset, List<Finished> finished, List<String> ruleSets) {
        Map<LabelledRun, RunEnd> outcomes = new LinkedHashMap<>();
        Map<String, RunEnd> byId = new LinkedHashMap<>();
        for (Finished each : finished) {
            outcomes.put(each.run, each.outcome);
            byId.put(each.run.id(), each.outcome);
        }
        LabelCheck suffering = LabelCheck.ofRuns(outcomes);
        List<JudgedRun> judged = new ArrayList<>();
        for (Finished each : finished) {
            Label label = suffering.label(each.run, each.outcome, byId.get(each.run.twin()));
            judged.add(new JudgedRun(each.run, each.outcome, label, each.verdicts));
        }
        return new BenchmarkResult(dataset, suffering, judged, ruleSets);
    }
}
