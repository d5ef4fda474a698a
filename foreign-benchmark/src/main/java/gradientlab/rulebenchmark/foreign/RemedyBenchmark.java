package gradientlab.rulebenchmark.foreign;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.lab.OffHeap;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import gradientlab.rulebenchmark.Half;
import gradientlab.rulebenchmark.cases.CaseRun;
import gradientlab.rulebenchmark.foreign.ForeignBenchmark.Trained;
import gradientlab.rulebenchmark.foreign.RemedyTrial.Outcome;
import gradientlab.rulebenchmark.foreign.RemedyTrial.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Applies the remedy that the first fault of a faulty run asks for, trains again, and compares. */
public final class RemedyBenchmark {

    /** A faulty run that counts. */
    private record Patient(Configuration program, long seed, CaseRun run) {}

    private RemedyBenchmark() {}

    /**
     * Runs some halves, one after the other: a trial for each faulty run that counts.
     *
     * @param quick one program per fault with one seed instead of all
     * @param workers how many networks train at the same time; the result does not depend on it
     * @throws Interruption.Interrupted if the watch asks to stop
     */
    public static Map<Half, List<RemedyTrial>> run(
            MnistDataset mnist, Set<Half> halves, boolean quick, int workers, Watch watch) {
        Map<Half, List<RemedyTrial>> results = new EnumMap<>(Half.class);
        halves.forEach(half -> {
            ForeignSuite suite = quick ? ForeignSuite.quick(half) : ForeignSuite.full(half);
            results.put(half, run(mnist, suite, workers, watch));
        });
        return results;
    }

    /** The same for any suite. */
    static List<RemedyTrial> run(MnistDataset mnist, ForeignSuite suite, int workers, Watch watch) {
        List<Patient> patients = patients(suite, ForeignBenchmark.trained(mnist, suite, workers, watch));
        try (Progress.Task task = watch.progress().begin(patients.size() + " remedies", patients.size())) {
            return ParallelMap.map(patients, workers, each -> {
                RemedyTrial trial = trial(each, mnist, watch.interruption());
                task.step();
                return trial;
            });
        }
    }

    private static List<Patient> patients(ForeignSuite suite, Map<String, Trained> trained) {
        List<Patient> patients = new ArrayList<>();
        for (Configuration program : suite.configurations()) {
            if (program.fault().isPresent()
                    && ForeignBenchmark.reason(program, trained).isEmpty()) {
                List<CaseRun> runs = trained.get(program.id()).runs();
                for (int i = 0; i < runs.size(); i++) {
                    patients.add(new Patient(program, suite.seeds().get(i), runs.get(i)));
                }
            }
        }
        return patients;
    }

    private static RemedyTrial trial(Patient patient, MnistDataset mnist, Interruption interruption) {
        List<Finding> faults = patient.run.faults();
        if (faults.isEmpty()) {
            return trial(patient, "", Remedy.OTHER, Result.none(Outcome.NO_FAULT), Result.none(Outcome.NO_FAULT));
        }
        Finding first = faults.get(0);
        List<Finding> sameKind = sameKind(first, faults);
        Result alone = result(patient, List.of(first), mnist, interruption);
        Result together =
                sameKind.size() == 1 || alone.helped() || !alone.outcome().applied()
                        ? alone
                        : result(patient, sameKind, mnist, interruption);
        return trial(patient, first.line(), first.change(), alone, together);
    }

    /** The first fault and others with a remedy of its kind, each remedy once. */
    private static List<Finding> sameKind(Finding first, List<Finding> faults) {
        Map<Remedy, Finding> byRemedy = new LinkedHashMap<>();
        faults.stream()
                .filter(each -> each.change().kind() == first.change().kind())
                .forEach(each -> byRemedy.putIfAbsent(each.change(), each));
        return List.copyOf(byRemedy.values());
    }

    /** A program that DL4J cannot take with the remedy is worse than before. */
    private static Result result(
            Patient patient, List<Finding> findings, MnistDataset mnist, Interruption interruption) {
        List<String> inputs = patient.program.inputs(mnist);
        List<Consumer<Setup>> changes = findings.stream()
                .flatMap(each -> RemedyChanges.of(each, patient.program.family(), inputs).stream())
                .toList();
        if (changes.isEmpty()) {
            return Result.none(Outcome.NO_CHANGE);
        }
        try {
            Consumer<Setup> all = setup -> changes.forEach(each -> each.accept(setup));
            return Result.of(patient.run, patient.program.train(all, mnist, patient.seed, interruption));
        } catch (Interruption.Interrupted stop) {
            throw stop;
        } catch (RuntimeException refused) {
            return Result.none(Outcome.WORSE);
        } finally {
            OffHeap.tidy();
        }
    }

    private static RemedyTrial trial(Patient patient, String line, Remedy remedy, Result alone, Result together) {
        return new RemedyTrial(patient.program.id(), patient.seed, line, remedy, patient.run.metric(), alone, together);
    }
}
