package gradientlab.lab;

import gradientlab.activations.ActivationFunction;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.MlpSpec;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.ArrayList;
import java.util.List;

/** Names a plan by what sets it apart from the lecture's net. */
public final class PlanName {

    private PlanName() {}

    /** Such as "torch-linear, batch norm before tanh, seed 43". */
    public static String of(TrainingPlan plan) {
        return withoutSeed(plan.spec()) + ", seed " + plan.spec().seed();
    }

    public static String withoutSeed(MlpSpec spec) {
        List<String> parts = new ArrayList<>();
        parts.add(spec.initialisation().toString());
        if (spec.outputScale() != 1) {
            parts.add("output scale " + rounded(spec.outputScale()));
        }
        if (spec.normalisation() != Normalisation.NONE) {
            String place = spec.normPosition() == NormPosition.BEFORE ? "before" : "after";
            parts.add(spec.normalisation() + " norm " + place + " " + spec.activation());
        } else if (spec.activation() != ActivationFunction.TANH) {
            parts.add(spec.activation().label());
        }
        if (spec.hidden().size() != 1) {
            parts.add(spec.hidden().size() + " hidden layers");
        }
        if (spec.optimiser() != Optimiser.SGD) {
            parts.add(spec.optimiser().label());
        }
        return String.join(", ", parts);
    }

    /** To three decimals, where these say enough. */
    private static double rounded(double scale) {
        double size = Math.abs(scale);
        return size >= 0.01 && size < 1e6 ? Math.round(1000 * scale) / 1000.0 : scale;
    }
}
