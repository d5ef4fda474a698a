package gradientlab.lab.proof;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.lab.Lab;
import gradientlab.lab.report.Numbers;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Trains the pairs that show whether the remedies of some findings help. */
public final class Proofs {

    private static final Catalogue WORDS = Catalogue.of(Proofs.class, "proof");

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
    public static Section section(List<Proof> proofs, Language language) {
        Words words = WORDS.in(language);
        Section.Builder section =
                Section.of("proof-of-the-remedy", words.text("section.title"), words.text("section.asked"));
        for (Proof proof : proofs) {
            section.answer(sentence(proof, words));
        }
        return section.table(
                        words.text("section.table", proofs.get(0).before().size()),
                        List.of(
                                words.text("section.change"),
                                words.text("section.loss"),
                                words.text("section.after"),
                                words.text("section.accuracy"),
                                words.text("section.after"),
                                words.text("section.verdict")),
                        proofs.stream().map(proof -> row(proof, words)).toList())
                .build();
    }

    private static String sentence(Proof proof, Words words) {
        return words.text(
                "section.sentence",
                change(proof, words),
                verdict(proof, words),
                text(proof.before(), RunFigures::testLossFull, 3),
                text(proof.after(), RunFigures::testLossFull, 3),
                proof.difference().text(3));
    }

    private static String change(Proof proof, Words words) {
        return words.retoldSentence(proof.change(), "told.");
    }

    private static String verdict(Proof proof, Words words) {
        return words.text(proof.helped() ? "section.helped" : "section.not-helped");
    }

    private static List<String> row(Proof proof, Words words) {
        return List.of(
                change(proof, words),
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
                verdict(proof, words));
    }

    private static String text(List<RunFigures> runs, ToDoubleFunction<RunFigures> figure, int decimals) {
        return MeanStd.of(values(runs, figure)).text(decimals);
    }

    private static List<Double> values(List<RunFigures> runs, ToDoubleFunction<RunFigures> figure) {
        return runs.stream().map(figure::applyAsDouble).toList();
    }
}
