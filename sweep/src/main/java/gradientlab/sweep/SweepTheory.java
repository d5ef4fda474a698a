package gradientlab.sweep;

import gradientlab.lab.report.Numbers;
import gradientlab.lab.run.SettingException;
import gradientlab.language.Words;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpTheory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What mean field theory says of a sweep over the std of the weights. */
final class SweepTheory {

    /** Where these vary, too, the theory says another thing of each cell. */
    private static final Set<String> DECISIVE = Set.of("activation", "bias-std", "norm", "norm-position");

    private SweepTheory() {}

    /** The std at which delta keeps its size, in a sentence; empty where there is no one such std. */
    static String sentence(SweepSpec spec, Words words) {
        Set<String> axes = spec.axes().stream().map(axis -> axis.knob().name()).collect(Collectors.toSet());
        boolean variance = axes.contains(Knob.WEIGHT_VARIANCE.name());
        if (!variance && !axes.contains(Knob.WEIGHT_STD.name()) || axes.stream().anyMatch(DECISIVE::contains)) {
            return "";
        }
        return firstNet(spec).map(net -> sentence(net, variance, words)).orElse("");
    }

    /** Empty where its settings do not go together. */
    private static Optional<MlpSpec> firstNet(SweepSpec spec) {
        try {
            return Optional.of(spec.plan(0).spec());
        } catch (SettingException e) {
            return Optional.empty();
        }
    }

    private static String sentence(MlpSpec net, boolean variance, Words words) {
        return MlpTheory.criticalWeightStd(net).stream()
                .map(std -> variance ? Math.pow(std * net.activation().gain(), 2) : std)
                .mapToObj(at -> " "
                        + words.text(
                                "theory.critical",
                                net.activation().label(),
                                (variance ? Knob.WEIGHT_VARIANCE : Knob.WEIGHT_STD).name(),
                                Numbers.significant(at)))
                .findFirst()
                .orElse("");
    }
}
