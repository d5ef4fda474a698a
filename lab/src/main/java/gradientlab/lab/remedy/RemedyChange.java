package gradientlab.lab.remedy;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Remedy;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The one change of a specification that a finding's remedy asks for.
 *
 * @param remedy what is asked for
 * @param text the change in words
 * @param changed the specification with it
 */
public record RemedyChange(Remedy remedy, String text, MlpSpec changed) {

    /** Changes a specification and says what it did; the text is null where there is nothing to change. */
    private interface Change extends BiFunction<MlpSpec, MlpSpecBuilder, String> {}

    private static final Map<Remedy, Change> CHANGES = Map.of(
            Remedy.SHRINK_OUTPUT, RemedyChange::shrinkOutput,
            Remedy.SCALE_HIDDEN_WEIGHTS, RemedyChange::scaleHidden,
            Remedy.BREAK_SYMMETRY, (spec, b) -> kaiming(b),
            Remedy.LOWER_LEARNING_RATE, (spec, b) -> rate(spec, b, 0.1),
            Remedy.RAISE_LEARNING_RATE, (spec, b) -> rate(spec, b, 10),
            Remedy.ADD_NORMALISATION, RemedyChange::normalise,
            Remedy.DROP_BIAS, RemedyChange::dropBias,
            Remedy.CHANGE_ACTIVATION, RemedyChange::changeActivation);

    /** The change for a finding, or empty where no change of a specification would do what the remedy asks for. */
    public static Optional<RemedyChange> of(Finding finding, MlpSpec spec) {
        Change change = CHANGES.get(finding.change());
        if (change == null) {
            return Optional.empty();
        }
        MlpSpecBuilder builder = spec.but();
        String text = change.apply(spec, builder);
        return text == null ? Optional.empty() : Optional.of(new RemedyChange(finding.change(), text, builder.build()));
    }

    private static String shrinkOutput(MlpSpec spec, MlpSpecBuilder builder) {
        if (spec.initialisation().scheme() == InitialisationScheme.STANDARD_NORMAL) {
            builder.initialisation(InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT);
            return "output layer: std 0.01 instead of 1, bias 0";
        }
        builder.outputScale(0.01 * spec.outputScale());
        return "output layer: weights × 0.01";
    }

    private static String scaleHidden(MlpSpec spec, MlpSpecBuilder builder) {
        if (spec.initialisation().scheme() == InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT) {
            builder.initialisation(InitialisationScheme.STANDARD_NORMAL_SCALED);
            return "hidden layers: weights × (5/3)/√fan-in";
        }
        return kaiming(builder);
    }

    private static String kaiming(MlpSpecBuilder builder) {
        builder.initialisation(InitialisationScheme.KAIMING_NORMAL);
        return "weights: std gain/√fan-in (kaiming-normal), bias 0";
    }

    private static String rate(MlpSpec spec, MlpSpecBuilder builder, double factor) {
        builder.learningRate(factor * spec.learningRate());
        return "learning rate " + (float) (factor * spec.learningRate()) + " instead of " + (float) spec.learningRate();
    }

    private static String normalise(MlpSpec spec, MlpSpecBuilder builder) {
        if (spec.normalisation() == Normalisation.BATCH) {
            return null;
        }
        builder.normalisation(Normalisation.BATCH).normPosition(NormPosition.BEFORE);
        return "batch norm before " + spec.activation();
    }

    private static String dropBias(MlpSpec spec, MlpSpecBuilder builder) {
        if (!spec.hiddenBias()) {
            return null;
        }
        builder.hiddenBias(false);
        return "hidden layers without bias";
    }

    private static String changeActivation(MlpSpec spec, MlpSpecBuilder builder) {
        ActivationFunction other =
                spec.activation() == ActivationFunction.RELU ? ActivationFunction.TANH : ActivationFunction.RELU;
        builder.activation(other);
        return other + " instead of " + spec.activation();
    }
}
