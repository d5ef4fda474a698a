package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.facts.BatchFacts;
import gradientlab.diagnostics.facts.ClassFacts;
import gradientlab.diagnostics.facts.Clipping;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.facts.HeldOut;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.Noise;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.Penalty;
import gradientlab.diagnostics.facts.Relation;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.facts.UpdaterFacts;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run whose facts of data, labels, loss and configuration are made by hand: a healthy one, unless something is changed. */
abstract class FactRun {

    static final double LN_10 = Math.log(10);
    static final int STEPS = 200;
    static final Relation RELATED = new Relation(300, true, 0.9, 0.1, 0.02, 0.5, 0.01);
    static final Relation UNRELATED = new Relation(300, true, 0.11, 0.1, 0.02, 0.005, 0.01);

    final Runs runs = new Runs(2);
    OutputFacts output = output("softmax", LossKind.MCXENT, 10);
    List<InputFacts> inputs = List.of();
    TargetFacts targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 0), RELATED);
    BatchFacts batches = new BatchFacts(STEPS, 60, 32, 32, 60, 1920, 1800, 0);
    LayerTraining layer = layer(new UpdaterFacts("Sgd", 0.1, "", Double.NaN, Double.NaN, Double.NaN), false);
    boolean mean = true;
    boolean minimised = true;
    double end = LN_10;
    double steps = -3;
    GradientNorms norms;
    int[] observed = {0};
    double penalty = Double.NaN;
    HeldOut heldOut = HeldOut.NONE;

    static OutputFacts output(String activation, LossKind loss, int units) {
        return new OutputFacts("out", "OutputLayer", activation, loss, "Loss" + loss, false, true, units);
    }

    static ClassFacts classes(int distinct, int uniform) {
        return new ClassFacts(distinct, 1.0 / distinct, 60, uniform, 0.01);
    }

    static TargetFacts targets(
            TargetKind kind, double min, double max, double guessing, ClassFacts classes, Relation relation) {
        double middle = (min + max) / 2;
        double std = (max - min) / 4;
        List<Column> each = List.of(new Column(0, middle, std, min, max, 0, false));
        return new TargetFacts(
                "out", kind, 10, 1920, 1, 0, 0, each, min, max, 1, max == 0, false, classes, guessing, relation);
    }

    static LayerTraining layer(UpdaterFacts updater, boolean frozen) {
        return new LayerTraining(
                "h1",
                "DenseLayer",
                420,
                List.of("W"),
                frozen,
                updater,
                Penalty.NONE,
                Noise.NONE,
                Noise.NONE,
                Clipping.NONE,
                Double.NaN);
    }

    final History history() {
        List<Observation> seen = IntStream.of(observed)
                .mapToObj(runs::at)
                .map(one -> norms == null ? one : one.with(List.of(), List.of(norms)))
                .map(one -> one.with(heldOut))
                .toList();
        List<Double> losses = IntStream.range(0, STEPS)
                .mapToObj(i -> LN_10 + (end - LN_10) * Math.min(1, 2.0 * i / STEPS))
                .toList();
        List<Double> penalties = Double.isNaN(penalty) ? List.of() : Collections.nCopies(STEPS, penalty);
        List<Double> all = IntStream.range(0, STEPS)
                .mapToObj(i -> losses.get(i) + (penalties.isEmpty() ? 0 : penalty))
                .toList();
        return new History(
                runs.structure(),
                seen,
                0,
                all,
                Collections.nCopies(STEPS, steps),
                penalties,
                new TrainingFacts(List.of(output), List.of(layer), mean, minimised, 0, 0),
                new DataFacts(inputs, List.of(targets), batches));
    }

    final Finding headline() {
        List<Finding> findings = Said.judge(history());
        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0).severity()).isEqualTo(Severity.FAULT);
        return findings.get(0);
    }

    final String faults() {
        return Said.judge(history()).stream()
                .filter(finding -> finding.severity() == Severity.FAULT)
                .map(finding -> finding.rule().label())
                .collect(Collectors.joining(" "));
    }
}
