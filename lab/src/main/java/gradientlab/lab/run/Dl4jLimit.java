package gradientlab.lab.run;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.HiddenActivations;

/** What DL4J itself cannot compute. */
public final class Dl4jLimit {

    private Dl4jLimit() {}

    /**
     * Checks that DL4J can take a number of examples back through a plan's network.
     *
     * @throws SettingException if it cannot, with the number that it can
     */
    public static void require(TrainingPlan plan, int examples) {
        ActivationFunction activation = plan.spec().activation();
        int most = HiddenActivations.mostExamplesOfDl4j(activation);
        if (examples > most) {
            throw new SettingException(
                    Setting.ACTIVATION.key(),
                    ": DL4J takes at most " + most + " examples back through " + activation + ", and " + examples
                            + " are wanted");
        }
    }
}
