package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes the same steps with two copies of a network, one as it is and one with a remedy: the same start, the same batches, the
 * same random numbers.
 *
 * <p>The network itself and the thread that trains it are left alone.
 */
public final class PairedSteps {

    /** Long enough for a rate that is too high to show: the loss of what diverges doubles in every step or two. */
    static final int LEAST = 20;

    /** The last steps, whose losses are compared. */
    static final int MEASURED = 10;

    /** A trial takes a second; one that has not ended by now never will. */
    private static final long LONGEST_MILLIS = 60_000;

    private static final long SEED = 20_240_229;

    private PairedSteps() {}

    /** Looks at a copy that trains; thrown exceptions end the trial. */
    public interface Watch {

        /** The loss of the copy as it is now, without regularisation and dropout. */
        double loss(Batch batch);

        /** What has been found wrong in the steps so far, by the names of rules. */
        Set<String> found();
    }

    /**
     * Tries a remedy; to be called on the thread that trains the network.
     *
     * @param watches who looks at a copy, from before its first step on
     * @return empty where the remedy cannot be tried: it changes nothing, or something throws
     */
    public static Optional<PairedResult> of(
            Remedy remedy, Model network, StepWindow window, Function<Model, Watch> watches) {
        try {
            Blueprint blueprint = Blueprint.of(network);
            return OwnThread.run(() -> steps(remedy, blueprint, window, watches), LONGEST_MILLIS)
                    .flatMap(Function.identity());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<PairedResult> steps(
            Remedy remedy, Blueprint blueprint, StepWindow window, Function<Model, Watch> watches) {
        Optional<Model> changed = blueprint.build(window.start(), remedy);
        return changed.map(with -> {
            int steps = Math.max(LEAST, window.size());
            Model asIs = blueprint.build(window.start());
            Watch before = watches.apply(asIs);
            double[] start = new double[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                start[i] = before.loss(window.batch(steps - MEASURED + i));
            }
            double[] without = losses(asIs, before, window, steps);
            Watch after = watches.apply(with);
            double[] losses = losses(with, after, window, steps);
            return new PairedResult(steps, window.decisive(), start, without, losses, before.found(), after.found());
        });
    }

    /** Of the last batches, each before its step. */
    private static double[] losses(Model copy, Watch watch, StepWindow window, int steps) {
        double[] losses = new double[MEASURED];
        Nd4j.getRandom().setSeed(SEED);
        for (int step = 0; step < steps; step++) {
            int measured = step - (steps - MEASURED);
            if (measured >= 0) {
                losses[measured] = watch.loss(window.batch(step));
            }
            window.batch(step).fit(copy);
        }
        return losses;
    }
}
