package gradientlab.lab.proof;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.lab.report.Numbers;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The one change of a specification that a finding's remedy asks for.
 *
 * @param remedy what is asked for
 * @param text the change in words
 * @param changed the specification with it
 */
public record RemedyChange(Remedy remedy, String text, MlpSpec changed) {

    /** The name of the output layer in the networks of an {@link MlpSpec}. */
    private static final String OUTPUT = "output";

    /** Changes a specification and says what it did; empty where there is nothing to change. */
    @FunctionalInterface
    private interface Change {
        Optional<String> apply(Remedy remedy, MlpSpec spec, MlpSpecBuilder builder);
    }

    private static final Map<Remedy.Kind, Change> CHANGES = Map.of(
            Remedy.Kind.SCALE_WEIGHTS, RemedyChange::scaleWeights,
            Remedy.Kind.BREAK_SYMMETRY, (remedy, spec, builder) -> kaiming(builder),
            Remedy.Kind.MULTIPLY_LEARNING_RATE, RemedyChange::multiplyRate,
            Remedy.Kind.ADD_NORMALISATION, RemedyChange::normalise,
            Remedy.Kind.DROP_BIAS, RemedyChange::dropBias,
            Remedy.Kind.CHANGE_ACTIVATION, RemedyChange::changeActivation);

    /**
     * The change for a finding, or empty where no change of a specification does what the remedy asks for, or where a
     * number of the remedy that the change needs is not known.
     */
    public static Optional<RemedyChange> of(Finding finding, MlpSpec spec) {
        Remedy remedy = finding.change();
        MlpSpecBuilder builder = spec.but();
        return Optional.ofNullable(CHANGES.get(remedy.kind()))
                .flatMap(change -> change.apply(remedy, spec, builder))
                .map(text -> new RemedyChange(remedy, text, builder.build()));
    }

    private static Optional<String> scaleWeights(Remedy remedy, MlpSpec spec, MlpSpecBuilder builder) {
        return remedy.layer().equals(OUTPUT) ? scaleOutput(remedy, spec, builder) : scaleHidden(spec, builder);
    }

    /** The lecture's scheme has its own for the very numbers of the remedy, which also drops the wide bias. */
    private static Optional<String> scaleOutput(Remedy remedy, MlpSpec spec, MlpSpecBuilder builder) {
        double std = remedy.number("std");
        if (spec.initialisation().scheme() == InitialisationScheme.STANDARD_NORMAL && std == 0.01) {
            builder.initialisation(InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT);
            return Optional.of("output layer: std 0.01 instead of 1, bias 0");
        }
        double factor = std / remedy.number("from");
        if (!(factor > 0) || Double.isInfinite(factor)) {
            return Optional.empty();
        }
        builder.outputScale(factor * spec.outputScale());
        return Optional.of("output layer: weights × " + Numbers.significant(factor));
    }

    /** A specification has one formula for all hidden layers: the one that the remedy's std comes from. */
    private static Optional<String> scaleHidden(MlpSpec spec, MlpSpecBuilder builder) {
        if (spec.initialisation().scheme() == InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT) {
            builder.initialisation(InitialisationScheme.STANDARD_NORMAL_SCALED);
            return Optional.of("hidden layers: weights × (5/3)/√fan-in");
        }
        return kaiming(builder);
    }

    private static Optional<String> kaiming(MlpSpecBuilder builder) {
        builder.initialisation(InitialisationScheme.KAIMING_NORMAL);
        return Optional.of("weights: std gain/√fan-in (kaiming-normal), bias 0");
    }

    private static Optional<String> multiplyRate(Remedy remedy, MlpSpec spec, MlpSpecBuilder builder) {
        double rate = remedy.number("factor") * spec.learningRate();
        builder.learningRate(rate);
        return Optional.of("learning rate " + (float) rate + " instead of " + (float) spec.learningRate());
    }

    private static Optional<String> normalise(Remedy remedy, MlpSpec spec, MlpSpecBuilder builder) {
        if (spec.normalisation() == Normalisation.BATCH) {
            return Optional.empty();
        }
        builder.normalisation(Normalisation.BATCH).normPosition(NormPosition.BEFORE);
        return Optional.of("batch norm before " + spec.activation());
    }

    private static Optional<String> dropBias(Remedy remedy, MlpSpec spec, MlpSpecBuilder builder) {
        if (!spec.hiddenBias()) {
            return Optional.empty();
        }
        builder.hiddenBias(false);
        return Optional.of("hidden layers without bias");
    }

    private static Optional<String> changeActivation(Remedy remedy, MlpSpec spec, MlpSpecBuilder builder) {
        Optional<ActivationFunction> other = Arrays.stream(ActivationFunction.values())
                .filter(function -> function.name().equals(remedy.activation()) && function != spec.activation())
                .findFirst();
        other.ifPresent(builder::activation);
        return other.map(function -> function + " instead of " + spec.activation());
    }
}
