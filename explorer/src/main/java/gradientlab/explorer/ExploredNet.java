package gradientlab.explorer;

import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.HiddenActivations;
import gradientlab.model.MlpSpec;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;

/**
 * A network that the page asks for, and how it is trained.
 *
 * @param plan the layers, their initialisation, batches and optimiser
 * @param skip what leads around the hidden layers
 * @param input how the pixels enter
 * @param steps after which a training ends
 */
record ExploredNet(TrainingPlan plan, Skip skip, InputScaling input, int steps) {

    /** Weights that a network may have: it is copied several times while it is measured. */
    static final long MOST_WEIGHTS = 24_000_000;

    /** @throws IllegalArgumentException with a sentence for what cannot be built */
    ExploredNet {
        MlpSpec spec = plan.spec();
        if (skip != Skip.NONE && spec.initialisation().scheme().needsData()) {
            throw new IllegalArgumentException(
                    "lsuv scales a chain of layers: it needs skip none, not " + skip.label());
        }
        boolean after = spec.normalisation() != Normalisation.NONE && spec.normPosition() == NormPosition.AFTER;
        if (skip != Skip.NONE && after) {
            throw new IllegalArgumentException(
                    "a network with skips is normalised before the nonlinearity: normPosition must be before, not after");
        }
        if (skip != Skip.NONE && !fitsDl4j(plan)) {
            throw new IllegalArgumentException(tooManyForDl4j(plan));
        }
        if (weights(spec) > MOST_WEIGHTS) {
            throw new IllegalArgumentException("a network may have " + MOST_WEIGHTS / 1_000_000
                    + " million weights here, and " + spec.hidden().size() + " layers of "
                    + spec.hidden().get(0) + " have " + weights(spec) / 1_000_000 + " million: lower depth or width");
        }
    }

    /** Whether DL4J itself can train it. */
    boolean fitsDl4j() {
        return fitsDl4j(plan);
    }

    private static boolean fitsDl4j(TrainingPlan plan) {
        return plan.batchSize()
                <= HiddenActivations.mostExamplesOfDl4j(plan.spec().activation());
    }

    /** Why DL4J itself cannot train it. */
    String tooManyForDl4j() {
        return tooManyForDl4j(plan);
    }

    private static String tooManyForDl4j(TrainingPlan plan) {
        return "DL4J takes batches of up to "
                + HiddenActivations.mostExamplesOfDl4j(plan.spec().activation()) + " examples through "
                + plan.spec().activation() + ", so batchSize must not be " + plan.batchSize();
    }

    MlpSpec spec() {
        return plan.spec();
    }

    int depth() {
        return spec().hidden().size();
    }

    int width() {
        return spec().hidden().get(0);
    }

    ExploredNet with(MlpSpec other) {
        return new ExploredNet(plan.with(other), skip, input, steps);
    }

    /** The same with the data of a folder; null for the bundled ones. */
    ExploredNet on(String data) {
        TrainingPlan other = new TrainingPlan(
                plan.spec(), plan.batchSize(), plan.epochs(), plan.batchesPerEpoch(), plan.repeat(), data);
        return new ExploredNet(other, skip, input, steps);
    }

    private static long weights(MlpSpec spec) {
        long weights = 0;
        long below = spec.inputs();
        for (int units : spec.hidden()) {
            weights += below * units;
            below = units;
        }
        return weights + below * spec.classes();
    }
}
