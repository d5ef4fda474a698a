package gradientlab.explorer;

import gradientlab.activations.ActivationFunction;
import gradientlab.lab.run.Setting;
import gradientlab.model.HiddenActivations;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Named;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.Control.Choice;
import gradientlab.ui.explorer.Control.Group;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the page can set, one row each, with its range here; a row that {@link Setting} has too has its name.
 *
 * <p>What stands first is a net in which one sees at once that the gradient dies: twenty layers of PyTorch's default.
 */
final class ControlTable {

    static final String WEIGHT_STD = "weightStd";
    static final String BIAS_STD = "biasStd";
    static final String AMOUNT = "amount";
    static final String FAN = "fan";
    static final String SKIP = "skip";
    static final String INPUT = "input";
    static final String STEPS = "steps";

    private static final double MOST_STD = 10;

    private static final List<Choice> FANS =
            List.of(new Choice("fan-in", "inputs of a unit"), new Choice("fan-out", "units that read it"));

    private static final List<Choice> SKIPS = List.of(
            new Choice(Skip.NONE.label(), ""),
            new Choice(Skip.IDENTITY.label(), "z + W f(z)"),
            new Choice(Skip.FIXUP.label(), "branches start at 0, scaled by 1/√branches"));

    private static final String INIT = Setting.INIT.key();

    static final List<Control> ALL = Stream.of(network(), data(), training())
            .flatMap(List::stream)
            .map(ControlRow::control)
            .toList();

    private ControlTable() {}

    private static List<ControlRow> network() {
        return List.of(
                ControlRow.choice(INIT, "Initialisation", InitialisationScheme.TORCH_LINEAR.label(), initialisations())
                        .help("How weights and biases are drawn."),
                ControlRow.number(WEIGHT_STD, "Weight std", "1")
                        .unit("× gain/√fan-in")
                        .help("How wide the weights of the hidden layers are drawn.")
                        .logarithmic(0.01, MOST_STD)
                        .when(INIT, labels(InitialisationScheme.SCALED)),
                ControlRow.number(BIAS_STD, "Bias std", "0")
                        .help("How wide the biases of the hidden layers are drawn.")
                        .between(0, MOST_STD)
                        .when(INIT, labels(InitialisationScheme.SCALED)),
                ControlRow.number(AMOUNT, "Amount", "0.01")
                        .help("The std of normal, the value of constant.")
                        .logarithmic(1e-4, MOST_STD)
                        .when(INIT, labels(InitialisationScheme.NORMAL, InitialisationScheme.CONSTANT)),
                ControlRow.choice(FAN, "Fan", "fan-in", FANS)
                        .help("Whether the std keeps the signal (fan-in) or the gradient (fan-out).")
                        .when(INIT, labels(InitialisationScheme.KAIMING_NORMAL, InitialisationScheme.KAIMING_UNIFORM)),
                ControlRow.choice(
                                Setting.ACTIVATION.key(), "Activation", ActivationFunction.TANH.label(), activations())
                        .help("The nonlinearity of the hidden layers."),
                ControlRow.whole(Setting.DEPTH.key(), "Depth", "20")
                        .unit("hidden layers")
                        .help("How many layers the gradient has to come through.")
                        .between(1, 100),
                ControlRow.whole(Setting.WIDTH.key(), "Width", "128")
                        .unit("units")
                        .help("Units of each hidden layer.")
                        .logarithmic(16, 1024),
                ControlRow.choice(Setting.NORM.key(), "Normalisation", Normalisation.NONE.label(), normalisations())
                        .help("What is made mean 0 and std 1 in each hidden layer."),
                ControlRow.choice(Setting.NORM_POSITION.key(), "Its position", NormPosition.BEFORE.label(), positions())
                        .help("Whether the normalisation stands before or after the nonlinearity.")
                        .when(
                                Setting.NORM.key(),
                                labels(Normalisation.BATCH, Normalisation.LAYER, Normalisation.GROUP)),
                ControlRow.choice(SKIP, "Skips", Skip.NONE.label(), SKIPS)
                        .help("Whether the signal also goes around each hidden layer but the first."),
                ControlRow.number(Setting.OUTPUT_SCALE.key(), "Output scale", "1")
                        .unit("×")
                        .help("By how much the output layer's weights are multiplied.")
                        .logarithmic(1e-3, MOST_STD),
                ControlRow.whole(Setting.SEED.key(), "Seed", "42")
                        .help("Decides every drawn number and the order of the examples.")
                        .between(0, 999_999));
    }

    private static List<ControlRow> data() {
        return List.of(
                ControlRow.choice(INPUT, "Pixels", InputScaling.UNIT.label(), scalings())
                        .help("How the images enter.")
                        .in(Group.DATA),
                ControlRow.whole(Setting.BATCH_SIZE.key(), "Batch", "128")
                        .unit("examples")
                        .help("Examples that are looked at, and of each step.")
                        .logarithmic(16, 1024)
                        .in(Group.DATA));
    }

    private static List<ControlRow> training() {
        return List.of(
                ControlRow.choice(Setting.OPTIMIZER.key(), "Optimiser", Optimiser.SGD.label(), optimisers())
                        .help("The update rule.")
                        .in(Group.TRAINING),
                ControlRow.number(Setting.LR.key(), "Learning rate", "0.1")
                        .help("The step size.")
                        .logarithmic(1e-5, 100)
                        .in(Group.TRAINING),
                ControlRow.whole(STEPS, "Steps", "500")
                        .help("After which training ends.")
                        .logarithmic(10, 10_000)
                        .in(Group.TRAINING));
    }

    private static List<Choice> initialisations() {
        return choices(InitialisationScheme.values(), InitialisationScheme::label, InitialisationScheme::formula);
    }

    private static List<Choice> activations() {
        return HiddenActivations.ALL.stream()
                .map(f -> new Choice(f.label(), f.formula()))
                .toList();
    }

    private static List<Choice> normalisations() {
        return choices(Normalisation.values(), Normalisation::label, ControlTable::over);
    }

    private static List<Choice> positions() {
        return choices(NormPosition.values(), NormPosition::label, ControlTable::normalised);
    }

    private static String over(Normalisation norm) {
        return norm == Normalisation.NONE ? "" : norm.over();
    }

    private static String normalised(NormPosition position) {
        return position == NormPosition.BEFORE ? "z is normalised" : "a is normalised";
    }

    private static List<Choice> scalings() {
        return choices(InputScaling.values(), InputScaling::label, InputScaling::text);
    }

    private static List<Choice> optimisers() {
        return choices(Optimiser.values(), Optimiser::label, optimiser -> "");
    }

    private static List<String> labels(Named... rows) {
        return Arrays.stream(rows).map(Named::label).toList();
    }

    private static <T> List<Choice> choices(T[] values, Function<T, String> label, Function<T, String> text) {
        return Arrays.stream(values)
                .map(value -> new Choice(label.apply(value), text.apply(value)))
                .toList();
    }
}
