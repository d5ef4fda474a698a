package gradientlab.explorer;

import gradientlab.activations.ActivationFunction;
import gradientlab.lab.run.Setting;
import gradientlab.language.Language;
import gradientlab.language.Words;
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
            List.of(new Choice("fan-in", "choice.fan-in"), new Choice("fan-out", "choice.fan-out"));

    private static final List<Choice> SKIPS = List.of(
            new Choice(Skip.NONE.label(), ""),
            new Choice(Skip.IDENTITY.label(), "z + W f(z)"),
            new Choice(Skip.FIXUP.label(), "choice.fixup"));

    private static final String INIT = Setting.INIT.key();

    /** In English. */
    static final List<Control> ALL = in(MnistExplorer.WORDS.in(Language.ENGLISH));

    private ControlTable() {}

    /** Every control in the words of a language. */
    static List<Control> in(Words words) {
        return Stream.of(network(), data(), training())
                .flatMap(List::stream)
                .map(row -> row.control(words))
                .toList();
    }

    private static List<ControlRow> network() {
        return List.of(
                ControlRow.choice(INIT, InitialisationScheme.TORCH_LINEAR.label(), initialisations()),
                ControlRow.number(WEIGHT_STD, "1")
                        .unit()
                        .logarithmic(0.01, MOST_STD)
                        .when(INIT, labels(InitialisationScheme.SCALED)),
                ControlRow.number(BIAS_STD, "0").between(0, MOST_STD).when(INIT, labels(InitialisationScheme.SCALED)),
                ControlRow.number(AMOUNT, "0.01")
                        .logarithmic(1e-4, MOST_STD)
                        .when(INIT, labels(InitialisationScheme.NORMAL, InitialisationScheme.CONSTANT)),
                ControlRow.choice(FAN, "fan-in", FANS)
                        .when(INIT, labels(InitialisationScheme.KAIMING_NORMAL, InitialisationScheme.KAIMING_UNIFORM)),
                ControlRow.choice(Setting.ACTIVATION.key(), ActivationFunction.TANH.label(), activations()),
                ControlRow.whole(Setting.DEPTH.key(), "20").unit().between(1, 100),
                ControlRow.whole(Setting.WIDTH.key(), "128").unit().logarithmic(16, 1024),
                ControlRow.choice(Setting.NORM.key(), Normalisation.NONE.label(), normalisations()),
                ControlRow.choice(Setting.NORM_POSITION.key(), NormPosition.BEFORE.label(), positions())
                        .when(
                                Setting.NORM.key(),
                                labels(Normalisation.BATCH, Normalisation.LAYER, Normalisation.GROUP)),
                ControlRow.choice(SKIP, Skip.NONE.label(), SKIPS),
                ControlRow.number(Setting.OUTPUT_SCALE.key(), "1").unit().logarithmic(1e-3, MOST_STD),
                ControlRow.whole(Setting.SEED.key(), "42").between(0, 999_999));
    }

    private static List<ControlRow> data() {
        return List.of(
                ControlRow.choice(INPUT, InputScaling.UNIT.label(), scalings()).in(Group.DATA),
                ControlRow.whole(Setting.BATCH_SIZE.key(), "128")
                        .unit()
                        .logarithmic(16, 1024)
                        .in(Group.DATA));
    }

    private static List<ControlRow> training() {
        return List.of(
                ControlRow.choice(Setting.OPTIMIZER.key(), Optimiser.SGD.label(), optimisers())
                        .in(Group.TRAINING),
                ControlRow.number(Setting.LR.key(), "0.1")
                        .logarithmic(1e-5, 100)
                        .in(Group.TRAINING),
                ControlRow.whole(STEPS, "500").logarithmic(10, 10_000).in(Group.TRAINING));
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
        return norm == Normalisation.NONE ? "" : "choice." + norm.label();
    }

    private static String normalised(NormPosition position) {
        return position == NormPosition.BEFORE ? "choice.before" : "choice.after";
    }

    private static List<Choice> scalings() {
        return choices(InputScaling.values(), InputScaling::label, scaling -> "choice." + scaling.label());
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
