package gradientlab.explorer;

import gradientlab.model.MlpSpec;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.ArrayList;
import java.util.List;

/** A short name of a network, such as "20 × 128 tanh, torch-linear, batch norm". */
final class NetTitle {

    private NetTitle() {}

    static String of(ExploredNet net) {
        MlpSpec spec = net.spec();
        List<String> parts = new ArrayList<>();
        parts.add(net.depth() + " × " + net.width() + " " + spec.activation());
        parts.add(spec.initialisation().toString());
        if (spec.normalisation() != Normalisation.NONE) {
            parts.add(spec.normalisation() + " norm"
                    + (spec.normPosition().label().equals("after") ? " after" : ""));
        }
        if (net.skip() != Skip.NONE) {
            parts.add(net.skip() == Skip.FIXUP ? "Fixup" : "skips");
        }
        if (spec.outputScale() != 1) {
            parts.add("output × " + spec.outputScale());
        }
        if (net.input() != InputScaling.UNIT) {
            parts.add("pixels " + net.input().text());
        }
        if (spec.optimiser() != Optimiser.SGD) {
            parts.add(spec.optimiser().label());
        }
        return String.join(", ", parts);
    }

    /** Such as "batch norm" and "layer norm after". */
    static String norm(ExploredNet net) {
        MlpSpec spec = net.spec();
        boolean after = spec.normPosition() == NormPosition.AFTER;
        return spec.normalisation() + " norm" + (after ? " after" : "");
    }
}
