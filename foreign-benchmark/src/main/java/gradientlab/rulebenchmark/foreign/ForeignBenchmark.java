package gradientlab.rulebenchmark.foreign;

import gradientlab.lab.OffHeap;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import gradientlab.rulebenchmark.Half;
import gradientlab.rulebenchmark.cases.CaseBenchmark;
import gradientlab.rulebenchmark.cases.CaseBenchmark.Dropped;
import gradientlab.rulebenchmark.cases.CaseCheck;
import gradientlab.rulebenchmark.cases.CaseRun;
import gradientlab.rulebenchmark.cases.CaseVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Trains the programs of a suite and lets sets of rules judge every run. */
public final class ForeignBenchmark {

    /** The runs of a program, one for each seed, or why there are none. */
    record Trained(List<CaseRun> runs, String failure) {}

    private ForeignBenchmark() {}

    /**
     * Runs one half.
     *
     * @param quick one program per fault with one seed instead of all
     * @param workers how many networks train at the same time; the result does not depend on it
     * @throws Interruption.Interrupted if the watch asks to stop
     */
    public static CaseBenchmark run(MnistDataset mnist, Half half, boolean quick, int workers, Watch watch) {
        return run(mnist, quick ? ForeignSuite.quick(half) : ForeignSuite.full(half), workers, watch);
    }

    /** Runs some halves, one after the other. */
    public static Map<Half, CaseBenchmark> run(
            MnistDataset mnist, Set<Half> halves, boolean quick, int workers, Watch watch) {
        Map<Half, CaseBenchmark> results = new EnumMap<>(Half.class);
        halves.forEach(half -> results.put(half, run(mnist, half, quick, workers, watch)));
        return results;
    }

    /** The same for any suite; what rules looked at is judged when a run ends, and not kept. */
    static CaseBenchmark run(MnistDataset mnist, ForeignSuite suite, int workers, Watch watch) {
        return judged(suite, trained(mnist, suite, workers, watch));
    }

    /** The runs of all programs of a suite by their ids, in its order. */
    static Map<String, Trained> trained(MnistDataset mnist, ForeignSuite suite, int workers, Watch watch) {
        List<Trained> trained;
        String name = suite.configurations().size() + " foreign programs";
        try (Progress.Task task =
                watch.progress().begin(name, suite.configurations().size())) {
            trained = ParallelMap.map(suite.configurations(), workers, each -> {
                Trained result = trained(each, mnist, suite.seeds(), watch.interruption());
                task.step();
                return result;
            });
        }
        Map<String, Trained> byId = new LinkedHashMap<>();
        for (int i = 0; i < trained.size(); i++) {
            byId.put(suite.configurations().get(i).id(), trained.get(i));
        }
        return byId;
    }

    /** A program that DL4J, a rule or the listener cannot take is left out, with the message. */
    private static Trained trained(
            Configuration program, MnistDataset mnist, List<Long> seeds, Interruption interruption) {
        List<CaseRun> runs = new ArrayList<>();
        try {
            for (long seed : seeds) {
                runs.add(program.train(mnist, seed, interruption));
                OffHeap.tidy();
            }
            return new Trained(runs, "");
        } catch (Interruption.Interrupted stop) {
            throw stop;
        } catch (RuntimeException e) {
            return new Trained(List.of(), "it fails: " + e);
        }
    }

    private static CaseBenchmark judged(ForeignSuite suite, Map<String, Trained> trained) {
        List<CaseVerdict> verdicts = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (Configuration each : suite.configurations()) {
            Trained own = trained.get(each.id());
            Optional<String> reason = reason(each, trained);
            if (reason.isPresent()) {
                dropped.add(new Dropped(each.id(), reason.get()));
                continue;
            }
            for (int i = 0; i < own.runs.size(); i++) {
                verdicts.add(verdict(each, suite.seeds().get(i), own.runs.get(i)));
            }
        }
        return CaseBenchmark.of(verdicts, dropped);
    }

    /** Why a program does not count; empty where it does. */
    static Optional<String> reason(Configuration each, Map<String, Trained> trained) {
        Trained own = trained.get(each.id());
        Trained twin = trained.get(each.twin().id());
        if (!own.failure.isEmpty()) {
            return Optional.of(own.failure);
        }
        if (!twin.failure.isEmpty()) {
            return Optional.of("its twin: " + twin.failure);
        }
        boolean regression = each.family().has(Trait.VALUES);
        return CaseCheck.of(regression, each.fault().isPresent() ? own.runs : List.of(), twin.runs);
    }

    private static CaseVerdict verdict(Configuration each, long seed, CaseRun run) {
        Set<String> cause =
                each.fault().map(fault -> fault.cause(each.family())).orElse(Set.of());
        Set<String> symptom = each.fault().map(fault -> fault.kind().symptom()).orElse(Set.of());
        return new CaseVerdict(
                each.id(),
                seed,
                each.fault().isPresent(),
                cause,
                symptom,
                cause,
                run.metric(),
                run.named(),
                run.findings());
    }
}
