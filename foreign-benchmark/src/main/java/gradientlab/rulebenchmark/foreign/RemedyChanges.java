package gradientlab.rulebenchmark.foreign;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.change.Remedy.Kind;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.remedy.Remedies;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * What the remedy of a finding changes in a setup: a row for each kind that a program can apply. A row knows the finding, not
 * the planted fault: a remedy that names the wrong layer changes the wrong layer.
 */
final class RemedyChanges {

    private static final Map<Activation, LossFunction> FITTING = Map.of(
            Activation.SOFTMAX, LossFunction.MCXENT,
            Activation.SIGMOID, LossFunction.XENT,
            Activation.IDENTITY, LossFunction.MSE);

    private static final Map<Kind, Row> ROWS = rows();

    /**
     * What is advised, and where.
     *
     * @param remedy the change
     * @param family of the program
     * @param inputs names of the network's inputs, in order
     */
    private record Advised(Remedy remedy, Family family, List<String> inputs) {

        double number(String name) {
            return remedy.number(name);
        }

        /** The input that is named; the first where none of that name is known, as in a network with a single one. */
        int input() {
            return Math.max(0, inputs.indexOf(remedy.layer()));
        }

        Optional<Activation> activation() {
            String name = remedy.activation().replace("_", "");
            return Arrays.stream(Activation.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst();
        }
    }

    /** The change that is advised; empty where a setup has none. */
    private interface Row {
        Optional<Consumer<Setup>> of(Advised advised);
    }

    /** A change that needs finite numbers. */
    private interface Change {
        void apply(Advised advised, Setup setup);
    }

    private RemedyChanges() {}

    /**
     * The change for a finding; empty where no program can make it, or where a number that it needs is not known.
     *
     * @param inputs names of the network's inputs, in order
     */
    static Optional<Consumer<Setup>> of(Finding finding, Family family, List<String> inputs) {
        List<Consumer<Setup>> changes = finding.change().all().stream()
                .flatMap(remedy -> one(new Advised(remedy, family, inputs)).stream())
                .toList();
        return changes.isEmpty() ? Optional.empty() : Optional.of(s -> changes.forEach(change -> change.accept(s)));
    }

    private static Optional<Consumer<Setup>> one(Advised advised) {
        Row row = ROWS.get(advised.remedy.kind());
        return row == null ? ofTheNetwork(advised.remedy) : row.of(advised);
    }

    private static Optional<Consumer<Setup>> ofTheNetwork(Remedy remedy) {
        return Remedies.applicable(remedy)
                ? Optional.of(setup -> setup.start(network -> Remedies.apply(remedy, network)))
                : Optional.empty();
    }

    private static Map<Kind, Row> rows() {
        Map<Kind, Row> rows = new EnumMap<>(Kind.class);
        rows.put(Kind.MULTIPLY_LEARNING_RATE, numbers((to, s) -> s.rate *= to.number("factor"), "factor"));
        rows.put(Kind.WARM_UP, numbers((to, s) -> s.warmUp = (int) to.number("iterations"), "iterations"));
        rows.put(Kind.ENLARGE_BATCH, numbers(RemedyChanges::enlargeBatch, "examples"));
        rows.put(Kind.REGULARISE_LESS, RemedyChanges::regulariseLess);
        rows.put(Kind.CLIP_LESS, numbers((to, s) -> s.clip = 0));
        rows.put(Kind.UNFREEZE, numbers((to, s) -> s.frozen = false));
        rows.put(Kind.SCALE_INPUT, numbers(RemedyChanges::scaleInput, "mean", "std"));
        rows.put(Kind.SCALE_COLUMNS, numbers((to, s) -> s.data(task -> task.standardised(to.input()))));
        rows.put(Kind.SCALE_TARGETS, numbers(RemedyChanges::scaleTargets, "std"));
        rows.put(
                Kind.CHANGE_OUTPUT,
                to -> to.activation().filter(FITTING::containsKey).map(RemedyChanges::output));
        rows.put(Kind.ADD_NORMALISATION, RemedyChanges::normalise);
        return rows;
    }

    private static Row numbers(Change change, String... needed) {
        return advised -> Arrays.stream(needed).allMatch(name -> Double.isFinite(advised.number(name)))
                ? Optional.of(setup -> change.apply(advised, setup))
                : Optional.empty();
    }

    private static void enlargeBatch(Advised advised, Setup setup) {
        setup.batch = Math.max(setup.batch, (int) advised.number("examples"));
    }

    private static Optional<Consumer<Setup>> regulariseLess(Advised advised) {
        double factor = advised.number("factor");
        double kept = advised.number("kept");
        if (Double.isFinite(factor)) {
            return Optional.of(setup -> setup.l2 *= factor);
        }
        return Double.isFinite(kept) ? Optional.of(setup -> setup.kept = kept) : Optional.empty();
    }

    private static void scaleInput(Advised advised, Setup setup) {
        double mean = advised.number("mean");
        double std = advised.number("std");
        setup.data(task -> task.with(rows -> rows.input(advised.input(), (j, x) -> (x - mean) / std)));
    }

    private static void scaleTargets(Advised advised, Setup setup) {
        setup.data(task -> task.targetsScaled(advised.number("std")));
    }

    private static Consumer<Setup> output(Activation activation) {
        return setup -> {
            setup.output = activation;
            setup.loss = FITTING.get(activation);
        };
    }

    /** A setup has batch norms in all hidden layers or in none. */
    private static Optional<Consumer<Setup>> normalise(Advised advised) {
        return advised.family.has(Trait.NORMS) ? Optional.of(setup -> setup.batchNorm = true) : Optional.empty();
    }
}
