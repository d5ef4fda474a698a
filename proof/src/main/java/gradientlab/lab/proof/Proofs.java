package gradientlab.lab.proof;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.lab.Lab;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Trains the pairs that show whether the remedies of some findings help. */
public final class Proofs {

    private Proofs() {}

    /** The distinct changes of the plan's network that the findings propose, in the order of the findings. */
    public static List<RemedyChange> changes(TrainingPlan plan, List<Finding> findings) {
        Map<String, RemedyChange> changes = new LinkedHashMap<>();
        for (Finding finding : findings) {
            RemedyChange.of(finding, plan.spec()).ifPresent(change -> changes.putIfAbsent(change.text(), change));
        }
        return List.copyOf(changes.values());
    }

    /** Trains the plan once as it is and once with each change, each as often as the laboratory repeats. */
    public static List<Proof> run(Lab lab, TrainingPlan plan, List<RemedyChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<TrainingPlan> plans = new ArrayList<>(List.of(plan));
        changes.forEach(change -> plans.add(plan.with(change.changed())));
        List<List<TrainedRun>> runs = lab.trainRepeated(plans);
        List<Proof> proofs = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            proofs.add(new Proof(changes.get(i).text(), figures(runs.get(0)), figures(runs.get(i + 1))));
        }
        return proofs;
    }

    private static List<RunFigures> figures(List<TrainedRun> runs) {
        return runs.stream().map(TrainedRun::figures).toList();
    }

    /** The pairs as a section of a report. */
    public static Section section(List<Proof> proofs) {
        Section.Builder section = Section.of(
                "proof-of-the-remedy",
                "Proof of the remedy",
                "Same seeds, same batches, one change: does what the findings propose help?");
        for (Proof proof : proofs) {
            section.answer(sentence(proof));
        }
        return section.table(
                        "Loss and accuracy over all test examples, seeds: "
                                + proofs.get(0).before().size(),
                        List.of("change", "test loss", "after", "accuracy", "after", "verdict"),
                        proofs.stream().map(Proofs::row).toList())
                .build();
    }

    private static String sentence(Proof proof) {
        return proof.change() + ": " + (proof.helped() ? "helped" : "did not help") + "; loss over all test examples "
                + text(proof.before(), RunFigures::testLossFull, 3) + " before, "
                + text(proof.after(), RunFigures::testLossFull, 3) + " after (difference "
                + proof.difference().text(3) + ").";
    }

    private static List<String> row(Proof proof) {
        return List.of(
                proof.change(),
                text(proof.before(), RunFigures::testLossFull, 3),
                text(proof.after(), RunFigures::testLossFull, 3),
                Numbers.fixed(
                        MeanStd.of(values(proof.before(), RunFigures::testAccuracy))
                                .mean(),
                        4),
                Numbers.fixed(
                        MeanStd.of(values(proof.after(), RunFigures::testAccuracy))
                                .mean(),
                        4),
                proof.helped() ? "helped" : "did not help");
    }

    private static String text(List<RunFigures> runs, ToDoubleFunction<RunFigures> figure, int decimals) {
        return MeanStd.of(values(runs, figure)).text(decimals);
    }

    private static List<Double> values(List<RunFigures> runs, ToDoubleFunction<RunFigures> figure) {
        return runs.stream().map(figure::applyAsDouble).toList();
    }
}
