package gradientlab.explorer;

import gradientlab.activations.ActivationFunction;
import gradientlab.lab.run.Setting;
import gradientlab.model.HiddenActivations;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.Control.Choice;
import gradientlab.ui.explorer.Control.Group;
import gradientlab.ui.explorer.Control.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    static final List<Control> ALL = List.of(
                    choice(
                            Setting.INIT.key(),
                            "Initialisation",
                            "How weights and biases are drawn.",
                            InitialisationScheme.TORCH_LINEAR.label(),
                            choices(
                                    InitialisationScheme.values(),
                                    InitialisationScheme::label,
                                    InitialisationScheme::formula)),
                    number(
                                    WEIGHT_STD,
                                    "Weight std",
                                    "× gain/√fan-in",
                                    "How wide the weights of the hidden layers are drawn.",
                                    "1")
                            .logarithmic(0.01, MOST_STD)
                            .when(Setting.INIT.key(), InitialisationScheme.SCALED.label()),
                    number(BIAS_STD, "Bias std", "", "How wide the biases of the hidden layers are drawn.", "0")
                            .between(0, MOST_STD)
                            .when(Setting.INIT.key(), InitialisationScheme.SCALED.label()),
                    number(AMOUNT, "Amount", "", "The std of normal, the value of constant.", "0.01")
                            .logarithmic(1e-4, MOST_STD)
                            .when(
                                    Setting.INIT.key(),
                                    InitialisationScheme.NORMAL.label(),
                                    InitialisationScheme.CONSTANT.label()),
                    choice(
                                    FAN,
                                    "Fan",
                                    "Whether the std keeps the signal (fan-in) or the gradient (fan-out).",
                                    "fan-in",
                                    List.of(
                                            new Choice("fan-in", "inputs of a unit"),
                                            new Choice("fan-out", "units that read it")))
                            .when(
                                    Setting.INIT.key(),
                                    InitialisationScheme.KAIMING_NORMAL.label(),
                                    InitialisationScheme.KAIMING_UNIFORM.label()),
                    choice(
                            Setting.ACTIVATION.key(),
                            "Activation",
                            "The nonlinearity of the hidden layers.",
                            ActivationFunction.TANH.label(),
                            HiddenActivations.ALL.stream()
                                    .map(f -> new Choice(f.label(), f.formula()))
                                    .toList()),
                    whole(
                                    Setting.DEPTH.key(),
                                    "Depth",
                                    "hidden layers",
                                    "How many layers the gradient has to come through.",
                                    "20")
                            .between(1, 100),
                    whole(Setting.WIDTH.key(), "Width", "units", "Units of each hidden layer.", "128")
                            .logarithmic(16, 1024),
                    choice(
                            Setting.NORM.key(),
                            "Normalisation",
                            "What is made mean 0 and std 1 in each hidden layer.",
                            Normalisation.NONE.label(),
                            choices(Normalisation.values(), Normalisation::label, ControlTable::over)),
                    choice(
                                    Setting.NORM_POSITION.key(),
                                    "Its position",
                                    "Whether the normalisation stands before or after the nonlinearity.",
                                    NormPosition.BEFORE.label(),
                                    choices(NormPosition.values(), NormPosition::label, ControlTable::normalised))
                            .when(
                                    Setting.NORM.key(),
                                    Normalisation.BATCH.label(),
                                    Normalisation.LAYER.label(),
                                    Normalisation.GROUP.label()),
                    choice(
                            SKIP,
                            "Skips",
                            "Whether the signal also goes around each hidden layer but the first.",
                            Skip.NONE.label(),
                            List.of(
                                    new Choice(Skip.NONE.label(), ""),
                                    new Choice(Skip.IDENTITY.label(), "z + W f(z)"),
                                    new Choice(Skip.FIXUP.label(), "branches start at 0, scaled by 1/√branches"))),
                    number(
                                    Setting.OUTPUT_SCALE.key(),
                                    "Output scale",
                                    "×",
                                    "By how much the output layer's weights are multiplied.",
                                    "1")
                            .logarithmic(1e-3, MOST_STD),
                    whole(
                                    Setting.SEED.key(),
                                    "Seed",
                                    "",
                                    "Decides every drawn number and the order of the examples.",
                                    "42")
                            .between(0, 999_999),
                    choice(
                                    INPUT,
                                    "Pixels",
                                    "How the images enter.",
                                    InputScaling.UNIT.label(),
                                    choices(InputScaling.values(), InputScaling::label, InputScaling::text))
                            .in(Group.DATA),
                    whole(
                                    Setting.BATCH_SIZE.key(),
                                    "Batch",
                                    "examples",
                                    "Examples that are looked at, and of each step.",
                                    "128")
                            .logarithmic(16, 1024)
                            .in(Group.DATA),
                    choice(
                                    Setting.OPTIMIZER.key(),
                                    "Optimiser",
                                    "The update rule.",
                                    Optimiser.SGD.label(),
                                    choices(Optimiser.values(), Optimiser::label, o -> ""))
                            .in(Group.TRAINING),
                    number(Setting.LR.key(), "Learning rate", "", "The step size.", "0.1")
                            .logarithmic(1e-5, 100)
                            .in(Group.TRAINING),
                    whole(STEPS, "Steps", "", "After which training ends.", "500")
                            .logarithmic(10, 10_000)
                            .in(Group.TRAINING))
            .stream()
            .map(Row::control)
            .toList();

    private ControlTable() {}

    /** A row, to be completed. */
    private record Row(Control control) {

        Row between(double low, double high) {
            return range(low, high, false);
        }

        Row logarithmic(double low, double high) {
            return range(low, high, true);
        }

        private Row range(double low, double high, boolean logarithmic) {
            Control c = control;
            return new Row(new Control(
                    c.name(),
                    c.label(),
                    c.group(),
                    c.kind(),
                    c.unit(),
                    c.help(),
                    c.standard(),
                    c.choices(),
                    low,
                    high,
                    logarithmic,
                    c.when()));
        }

        Row in(Group group) {
            Control c = control;
            return new Row(new Control(
                    c.name(),
                    c.label(),
                    group,
                    c.kind(),
                    c.unit(),
                    c.help(),
                    c.standard(),
                    c.choices(),
                    c.low(),
                    c.high(),
                    c.logarithmic(),
                    c.when()));
        }

        Row when(String other, String... values) {
            Control c = control;
            return new Row(new Control(
                    c.name(),
                    c.label(),
                    c.group(),
                    c.kind(),
                    c.unit(),
                    c.help(),
                    c.standard(),
                    c.choices(),
                    c.low(),
                    c.high(),
                    c.logarithmic(),
                    Map.of(other, List.of(values))));
        }
    }

    private static String over(Normalisation norm) {
        return norm == Normalisation.NONE ? "" : norm.over();
    }

    private static String normalised(NormPosition position) {
        return position == NormPosition.BEFORE ? "z is normalised" : "a is normalised";
    }

    private static <T> List<Choice> choices(T[] values, Function<T, String> label, Function<T, String> text) {
        return Arrays.stream(values)
                .map(value -> new Choice(label.apply(value), text.apply(value)))
                .toList();
    }

    private static Row choice(String name, String label, String help, String standard, List<Choice> choices) {
        return row(name, label, Kind.CHOICE, "", help, standard, choices);
    }

    private static Row number(String name, String label, String unit, String help, String standard) {
        return row(name, label, Kind.NUMBER, unit, help, standard, List.of());
    }

    private static Row whole(String name, String label, String unit, String help, String standard) {
        return row(name, label, Kind.WHOLE, unit, help, standard, List.of());
    }

    private static Row row(
            String name, String label, Kind kind, String unit, String help, String standard, List<Choice> choices) {
        return new Row(
                new Control(name, label, Group.NETWORK, kind, unit, help, standard, choices, 0, 0, false, Map.of()));
    }
}
